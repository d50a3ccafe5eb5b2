package io.fenlu.ledger.small;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** One H2 file with Axon's tables and this module's own. */
final class SmallDatabase {
    private SmallDatabase() {}

    static HikariDataSource open(Path file) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(48);
        var database = new HikariDataSource(config);
        try (var connection = database.getConnection()) {
            if (isEmpty(connection)) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("small-ledger.sql"));
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource("db/migration/sagas/common/V1__processes.sql"));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return database;
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "PAYOUT", null)) {
            return !tables.next();
        }
    }
}
