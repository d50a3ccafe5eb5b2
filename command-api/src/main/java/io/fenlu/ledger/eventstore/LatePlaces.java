package io.fenlu.ledger.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the latest lines of a journal in a file are found by aggregate: their places are kept here until there are many, and then
 * neighbours are put into the table together.
 *
 * <p>The lines of a group are of as many aggregates, and each place lies on another page of the table. Put there at once, a page would be
 * written for every line. What is not in the table follows from the journal: a mark in the table says up to which line all are in it, and
 * whoever opens the journal reads the lines behind the mark again.
 *
 * <p>One writer adds and moves, many readers look. Of each aggregate the first lines are in the table and the rest is here.
 */
final class LatePlaces {
    /** So many lines wait at least before any is moved. */
    static final int AT_HAND = 32_768;

    private static final int PORTIONS = 64;

    /** Numbers of aggregates begin at 1, so no line has this place; the line that it names is the one up to which all are in the table. */
    private static final long MARK = 0;

    private static final String MARKED = "select line from aggregate_line where place = 0";
    private static final String BEHIND_THE_MARK = """
        select number, sequence, position,
            (select line from aggregate_line where place = number * 16777216 + sequence) as in_table
        from ledger_event left join aggregate_number on aggregate_number.aggregate_id = ledger_event.aggregate_id
        where position > ?
        order by position
        """;

    private final int atHand;
    private final int atOnce;
    private final NavigableMap<Long, Long> lines = new TreeMap<>();
    private long newest;
    private long newestWhenTheRoundBegan;
    private long movedUpTo = MARK;
    private long endOfRound = MARK;

    /**
     * Nothing waits.
     *
     * @param newest the position up to which all places are in the table
     */
    LatePlaces(int atHand, long newest) {
        this.atHand = atHand;
        this.newest = newest;
        atOnce = Math.max(1, atHand / PORTIONS);
        beginRound();
    }

    /** A place and the position of the line that has it. */
    record Place(long place, long line) {}

    /** What goes into the table now, in its order; and whether a round ends with it, so that the mark moves to this line. */
    record Portion(List<Place> places, OptionalLong mark) {
        static final Portion NONE = new Portion(List.of(), OptionalLong.empty());
    }

    /** For a journal whose places are all in their table. */
    static LatePlaces none() {
        return new LatePlaces(AT_HAND, 0);
    }

    /**
     * What a journal's table does not have; nothing when the journal keeps no mark, because everything is in its table.
     *
     * @throws JournalDamaged when a line behind the mark is missing or its aggregate has no number, when two lines would have one place, or when
     *     an aggregate has another number than its first line gives it
     */
    static LatePlaces of(JdbcClient journal) {
        var mark = journal.sql(MARKED).query(Long.class).optional();
        if (mark.isEmpty()) {
            return none();
        }
        var late = new LatePlaces(AT_HAND, mark.get());
        journal.sql(BEHIND_THE_MARK).param(mark.get()).query((RowCallbackHandler) late::addBehindTheMark);
        return late;
    }

    /** A line that is passed over here would be hidden from whoever asks by aggregate, for good. */
    private void addBehindTheMark(ResultSet row) throws SQLException {
        var aggregate = row.getLong(1);
        var isNumbered = !row.wasNull();
        var sequence = row.getLong(2);
        var position = row.getLong(3);
        var inTable = row.getLong(4);
        var isInTable = !row.wasNull();
        if (position != newest + 1) {
            throw new JournalDamaged(newest + 1, "the line is missing");
        }
        if (!isNumbered) {
            throw new JournalDamaged(position, "its aggregate is not found");
        }
        if (sequence == 0 && aggregate != position) {
            throw new JournalDamaged(position, "its aggregate is to be found under the number " + aggregate);
        }
        if (isInTable && inTable != position) {
            throw new JournalDamaged(position, "the line " + inTable + " has its place");
        }
        newest = position;
        if (!isInTable) {
            add(List.of(new Place(AggregatePlaces.first(aggregate) + sequence, position)));
        }
    }

    /**
     * Takes places of lines that are committed and not in the table.
     *
     * @throws JournalDamaged when another line has one of them
     */
    synchronized void add(List<Place> places) {
        for (var each : places) {
            var other = lines.putIfAbsent(each.place(), each.line());
            if (other != null) {
                throw new JournalDamaged(each.line(), "the line " + other + " has its place");
            }
            newest = Math.max(newest, each.line());
        }
    }

    /** Everything that waits, in the order of the table. */
    synchronized List<Place> all() {
        return firstOf(lines, lines.size());
    }

    /** Whether a line waits that has this place. */
    synchronized boolean has(long place) {
        return lines.containsKey(place);
    }

    /** What is to be put into the table next, neighbours in its order; nothing while there is room here. */
    synchronized Portion portion() {
        var many = lines.size() - atHand;
        if (many < atOnce) {
            return Portion.NONE;
        }
        var places = firstOf(lines.subMap(movedUpTo, false, endOfRound, true), many);
        var isLast = places.size() < many || places.getLast().place() == endOfRound;
        return new Portion(places, isLast ? OptionalLong.of(newestWhenTheRoundBegan) : OptionalLong.empty());
    }

    private static List<Place> firstOf(SortedMap<Long, Long> lines, int many) {
        return lines.entrySet().stream()
                .limit(many)
                .map(each -> new Place(each.getKey(), each.getValue()))
                .toList();
    }

    /** Forgets what is in the table now, and for all to see. */
    synchronized void moved(Portion portion) {
        portion.places().forEach(each -> lines.remove(each.place()));
        if (portion.mark().isPresent()) {
            beginRound();
        } else if (!portion.places().isEmpty()) {
            movedUpTo = portion.places().getLast().place();
        }
    }

    /** What comes to be behind the end of a round is left to the next: else a round would never end while new aggregates are begun. */
    private void beginRound() {
        movedUpTo = MARK;
        endOfRound = lines.isEmpty() ? MARK : lines.lastKey();
        newestWhenTheRoundBegan = newest;
    }

    /** The first places from one on and below another that are not in the table, and their lines, as far as a position. */
    synchronized NavigableMap<Long, Long> between(long from, long end, long position, int limit) {
        var found = new TreeMap<Long, Long>();
        if (from >= end) {
            return found;
        }
        for (var each : lines.subMap(from, end).entrySet()) {
            if (found.size() == limit || each.getValue() > position) {
                break;
            }
            found.put(each.getKey(), each.getValue());
        }
        return found;
    }

    /** The last place from one on and below another that is not in the table, as far as a position. */
    synchronized OptionalLong last(long from, long end, long position) {
        for (var each : lines.subMap(from, true, end, false).descendingMap().entrySet()) {
            if (each.getValue() <= position) {
                return OptionalLong.of(each.getKey());
            }
        }
        return OptionalLong.empty();
    }
}
