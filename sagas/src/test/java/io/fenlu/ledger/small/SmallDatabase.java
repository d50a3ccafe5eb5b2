package io.fenlu.ledger.small;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** One H2 file or one PostgreSQL database with Axon's tables and this module's own. */
public enum SmallDatabase {
    H2,
    POSTGRES;

    private static final List<String> OWN = List.of(
            "V1__processes", "V2__bill_diary", "V3__merchants_and_lines", "V4__merchant_debts", "V5__limits_in_force");

    /** The address of a database that is still empty. */
    public String create(Path directory) {
        return switch (this) {
            case H2 ->
                "jdbc:h2:file:" + directory.resolve("ledger").toAbsolutePath()
                        + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;USER=sa;PASSWORD=";
            case POSTGRES -> PostgresServer.emptyDatabase();
        };
    }

    static HikariDataSource open(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(48);
        config.setMinimumIdle(4);
        var database = new HikariDataSource(config);
        try (var connection = database.getConnection()) {
            if (isEmpty(connection)) {
                ScriptUtils.executeSqlScript(connection, tables(url));
                for (var own : OWN) {
                    ScriptUtils.executeSqlScript(
                            connection, new ClassPathResource("db/migration/sagas/common/" + own + ".sql"));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return database;
    }

    private static Resource tables(String url) {
        try {
            var script = new ClassPathResource("small-ledger.sql").getContentAsString(UTF_8);
            var bytes = url.startsWith("jdbc:postgresql:") ? "bytea" : "$0";
            return new ByteArrayResource(
                    script.replaceAll("varbinary\\(\\d+\\)", bytes).getBytes(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        var metadata = connection.getMetaData();
        var table = metadata.storesUpperCaseIdentifiers() ? "PAYOUT" : "payout";
        try (var tables = metadata.getTables(null, null, table, null)) {
            return !tables.next();
        }
    }
}
