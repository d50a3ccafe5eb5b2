package io.fenlu.ledger.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.eventstore.Durability;
import io.fenlu.ledger.eventstore.JournalStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * A database on a PostgreSQL server that keeps everything: journal, processes, views.
 *
 * @param url for example {@code jdbc:postgresql://localhost:5432/fenlu}
 * @param connections how many to hold at most
 */
public record ServerDatabase(String url, String user, String password, int connections) {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final List<String> OWNERS = List.of("journal", "processing", "sagas");
    private static final int PATIENCE_MILLIS = 10_000;

    /**
     * Opens it, and brings it up to date.
     *
     * @throws BadSetup when it cannot be reached, or cannot keep what is promised
     */
    public HikariDataSource open(Durability durability) {
        if (!url.startsWith(POSTGRESQL)) {
            throw new BadSetup(
                    "a database on a server is a PostgreSQL: " + POSTGRESQL + "//HOST:PORT/NAME, and not " + url);
        }
        probe(durability);
        var config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(url);
        config.setDataSourceProperties(access());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(4, connections));
        config.setConnectionTimeout(PATIENCE_MILLIS);
        var database = new HikariDataSource(config);
        Migrations.run(database, JournalStore.POSTGRES, OWNERS);
        return database;
    }

    private Properties access() {
        var access = new Properties();
        if (!user.isEmpty()) {
            access.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            access.setProperty("password", password);
        }
        access.setProperty("ApplicationName", "fenlu");
        access.setProperty("tcpKeepAlive", "true");
        return access;
    }

    private void probe(Durability durability) {
        try (var connection = DriverManager.getConnection(url, access())) {
            if (!setting(connection, "server_encoding").equals("UTF8")) {
                throw new BadSetup("the database at " + url + " does not keep its text in UTF-8");
            }
            if (durability == Durability.DISK && setting(connection, "fsync").equals("off")) {
                throw new BadSetup("the server at " + url + " runs with fsync=off and may lose what was acknowledged;"
                        + " switch fsync on, or ask for no more with --ledger.durability=process");
            }
        } catch (SQLException failure) {
            throw new BadSetup("cannot use the database at " + url + ": " + LedgerDatabase.firstLine(failure), failure);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
