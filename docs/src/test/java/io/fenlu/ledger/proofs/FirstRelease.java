package io.fenlu.ledger.proofs;

import io.fenlu.ledger.boot.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The journal that the first release of this format wrote, line by line as it was. */
final class FirstRelease {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSERT = """
        insert into ledger_event
            (position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata, payload, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private FirstRelease() {}

    static Path folder() {
        var here = Path.of("").toAbsolutePath();
        var root = Files.exists(here.resolve("command-api"))
                ? here
                : here.resolve("..").normalize();
        return root.resolve("command-api/src/test/resources/first-release");
    }

    /** Puts its lines into a new journal below a directory, and returns how many they are. */
    static int load(Path directory) throws IOException, SQLException {
        try (var journal = LedgerDatabase.journal(directory);
                var connection = journal.getConnection();
                var lines = Files.lines(folder().resolve("journal.ndjson"))) {
            connection.setAutoCommit(false);
            var all = lines.map(JSON::readTree).toList();
            insert(connection, all);
            connection.commit();
            return all.size();
        }
    }

    private static void insert(Connection connection, Iterable<JsonNode> lines) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var line : lines) {
                insert.setLong(1, line.path("position").asLong());
                insert.setString(2, line.path("event_id").asString());
                insert.setString(3, line.path("name").asString());
                insert.setInt(4, line.path("revision").asInt());
                insert.setString(5, line.path("aggregate_type").asString());
                insert.setString(6, line.path("aggregate_id").asString());
                insert.setLong(7, line.path("sequence").asLong());
                var recordedAt =
                        Instant.EPOCH.plus(line.path("recorded_at_micros").asLong(), ChronoUnit.MICROS);
                insert.setObject(8, recordedAt.atOffset(ZoneOffset.UTC));
                insert.setString(9, line.path("metadata").asString());
                insert.setString(10, line.path("payload").asString());
                insert.setBytes(11, HexFormat.of().parseHex(line.path("hash").asString()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
