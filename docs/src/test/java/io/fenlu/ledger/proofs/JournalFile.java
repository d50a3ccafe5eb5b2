package io.fenlu.ledger.proofs;

import io.fenlu.ledger.eventstore.AggregateLookups;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.StoredEvent;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Everything that can be read from a journal's file, without an application around it. */
record JournalFile(
        JournalAudit.Chain chain,
        List<StoredEvent> lines,
        Map<String, List<StoredEvent>> byAggregate,
        Optional<String> wrongLookup) {
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0;IFEXISTS=TRUE";

    List<String> aggregates() {
        return List.copyOf(byAggregate.keySet());
    }

    /** The lines, by position and by aggregate, that are others than those of another journal. */
    List<StoredEvent> othersThan(JournalFile other) {
        return Stream.of(this, other)
                .flatMap(each -> Stream.concat(
                        each.lines.stream(), each.byAggregate.values().stream().flatMap(List::stream)))
                .filter(line -> !other.lines.contains(line) || !lines.contains(line))
                .distinct()
                .toList();
    }

    /**
     * Opens the file of a directory and reads it in the order of positions, and once more by aggregate.
     *
     * @param aggregates to be read; when there are none, those that were found
     * @throws SQLException when it cannot be opened
     */
    static JournalFile read(Path directory, List<String> aggregates) throws SQLException {
        var url = "jdbc:h2:file:" + directory.toAbsolutePath().resolve("journal") + SETTINGS;
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var reader = LedgerReader.ofAll(jdbc);
            var lines = new ArrayList<StoredEvent>();
            var lookups = new AggregateLookups();
            var chain = JournalAudit.audit(reader, line -> {
                lines.add(line);
                lookups.saw(line);
            });
            var byAggregate = new LinkedHashMap<String, List<StoredEvent>>();
            var asked = aggregates.isEmpty()
                    ? lines.stream().map(StoredEvent::aggregateId).distinct().toList()
                    : aggregates;
            for (var aggregate : asked) {
                byAggregate.put(aggregate, reader.ofAggregate(aggregate, 0, Integer.MAX_VALUE));
            }
            return new JournalFile(chain, lines, byAggregate, lookups.firstWrong(reader));
        }
    }
}
