package io.fenlu.ledger.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the stores of one measurement lie; thrown away in the end. */
interface Ground extends AutoCloseable {
    Path directory();

    /** Whether there is a less durable setting of the database to be measured too. */
    boolean hasUnsyncedStock();

    Contender open(Side side);

    /** A plain connection to the store of a side: to the ceiling's while it is measured, to the others' when they are closed. */
    Connection connection(Side side) throws SQLException;

    /** How many bytes a side's closed store takes, packed as well as the database can. */
    long bytes(Side side) throws SQLException;

    /** How many bytes it took before it was packed. */
    long bytesUnpacked(Side side) throws SQLException;

    @Override
    void close();
}
