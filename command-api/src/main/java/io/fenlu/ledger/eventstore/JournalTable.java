package io.fenlu.ledger.eventstore;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The journal's table as its one writer sees it, on a connection of its own. */
interface JournalTable extends AutoCloseable {
    /** Does a whole transaction so that the end of the process leaves all of it or nothing. */
    default <T> T undivided(Turn<T> turn) throws SQLException {
        return turn.take();
    }

    /**
     * Waits until it is this writer's turn, which lasts until the transaction ends.
     *
     * @param known where the journal ended when this writer looked last
     * @return where it ends now
     */
    JournalEnd takeTurn(JournalEnd known) throws SQLException;

    /** Adds lines that were all recorded at the same instant. */
    void insert(List<HashedLine> lines) throws SQLException;

    /** Ends the turn: what was added is for all to see. */
    void commit() throws SQLException;

    /** Where those lines are found by aggregate whose places are not in their table yet. */
    LatePlaces latePlaces();

    /** The last sequence number of each of these aggregates; those without any are left out. */
    Map<String, Long> lastSequences(Collection<String> aggregateIds) throws SQLException;

    /** The last sequence number of each aggregate that has lines after a position. */
    Map<String, Long> lastSequencesAfter(long position) throws SQLException;

    @Override
    void close() throws SQLException;
}
