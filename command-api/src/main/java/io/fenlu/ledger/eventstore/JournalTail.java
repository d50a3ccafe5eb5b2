package io.fenlu.ledger.eventstore;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the last lines of the journal are whole and in their chain, before anything is joined on. */
final class JournalTail {
    /** More than a crash can have left half written; the whole journal is checked by {@code fenlu verify}. */
    private static final int LINES = 2_000;

    private static final String LAST_LINES =
            "select " + LineColumns.ALL + ", hash from ledger_event order by position desc fetch first ? rows only";
    private static final String COUNT_BEYOND = "select count(*) from ledger_event where position < 1";

    private JournalTail() {}

    /**
     * The end of the journal.
     *
     * @throws JournalDamaged at the first of the last lines that is not what was written
     */
    static JournalEnd verified(Connection connection) throws SQLException {
        var lines = read(connection);
        var end = JournalEnd.OF_NOTHING;
        if (lines.size() > LINES) {
            end = JournalEnd.at(lines.removeFirst());
        }
        for (var line : lines) {
            require(line.event().position() == end.position() + 1, end.position() + 1, "the line is missing");
            require(
                    MessageDigest.isEqual(line.event().chained().hash(end.hash()), line.hash()),
                    line.event().position(),
                    "the line does not match its hash");
            end = JournalEnd.at(line);
        }
        return end;
    }

    private static List<HashedLine> read(Connection connection) throws SQLException {
        var lines = new ArrayList<HashedLine>(LINES + 1);
        try (var last = connection.prepareStatement(LAST_LINES)) {
            last.setInt(1, LINES + 1);
            try (var row = last.executeQuery()) {
                while (row.next()) {
                    lines.add(new HashedLine(LineColumns.read(row), row.getBytes(LineColumns.COUNT + 1)));
                }
            }
        }
        try (var statement = connection.createStatement();
                var beyond = statement.executeQuery(COUNT_BEYOND)) {
            beyond.next();
            require(beyond.getLong(1) == 0, 0, "there are lines before the first");
        }
        return new ArrayList<>(lines.reversed());
    }

    private static void require(boolean right, long position, String what) {
        if (!right) {
            throw new JournalDamaged(position, what);
        }
    }
}
