package io.fenlu.ledger.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is really in a store after it was closed and opened again. */
final class Kept {
    private static final String OF_THE_LEDGER =
            "select aggregate_id, count(*), max(sequence) + 1 from ledger_event group by aggregate_id";
    private static final String OF_STOCK = "select aggregateIdentifier, count(*), max(sequenceNumber) + 1"
            + " from DomainEventEntry group by aggregateIdentifier";

    private final Map<UUID, Long> facts;

    private Kept(Map<UUID, Long> facts) {
        this.facts = facts;
    }

    static Kept in(Connection store, Side side) throws SQLException {
        var facts = new HashMap<UUID, Long>();
        try (var statement = store.createStatement();
                var row = statement.executeQuery(side == Side.LEDGER ? OF_THE_LEDGER : OF_STOCK)) {
            while (row.next()) {
                if (row.getLong(2) != row.getLong(3)) {
                    throw new IllegalStateException(row.getString(1) + " has a gap");
                }
                facts.put(UUID.fromString(row.getString(1)), row.getLong(2));
            }
        }
        return new Kept(facts);
    }

    long facts() {
        return facts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many acknowledged orders left nothing.
     *
     * @param before facts that each loan had before
     */
    long lost(List<List<UUID>> acknowledged, int before) {
        var expected = new HashMap<UUID, Long>();
        acknowledged.forEach(window -> window.forEach(loan -> expected.merge(loan, 1L, Long::sum)));
        return expected.entrySet().stream()
                .mapToLong(loan -> Math.max(0, loan.getValue() + before - facts.getOrDefault(loan.getKey(), 0L)))
                .sum();
    }
}
