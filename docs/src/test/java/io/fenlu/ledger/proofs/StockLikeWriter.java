package io.fenlu.ledger.proofs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger would be with H2 as it comes out of the box: one transaction per repayment, acknowledged when the commit returns.
 *
 * <p>H2 then writes behind; what it had not written is gone when the process is killed. Here only to show that the proofs notice.
 */
final class StockLikeWriter {
    private static final String TABLE = """
        create table if not exists repayment (
            position bigint generated always as identity primary key,
            repayment_key varchar(60) not null unique,
            loan integer not null)
        """;

    private final HikariDataSource database;

    private StockLikeWriter(Path directory) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + directory.toAbsolutePath().resolve("stock"));
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(16);
        database = new HikariDataSource(config);
    }

    static void main(String[] arguments) throws Exception {
        var writer = new StockLikeWriter(Path.of(arguments[0]));
        var kept = writer.read();
        Pipe.opened(kept, new JournalAudit.Chain(kept.size(), 0));
        Pipe.serve(writer::repay);
        Runtime.getRuntime().halt(0);
    }

    private List<Kept> read() throws SQLException {
        var kept = new ArrayList<Kept>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
            try (var row =
                    statement.executeQuery("select repayment_key, position, loan from repayment order by position")) {
                while (row.next()) {
                    kept.add(new Kept(row.getString(1), row.getLong(2), row.getString(3)));
                }
            }
        }
        return kept;
    }

    private Kept repay(int loan, String key) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(
                    "insert into repayment (repayment_key, loan) values (?, ?)", new String[] {"position"})) {
                insert.setString(1, key);
                insert.setInt(2, loan);
                insert.executeUpdate();
                connection.commit();
                try (var position = insert.getGeneratedKeys()) {
                    position.next();
                    return new Kept(key, position.getLong(1), Integer.toString(loan));
                }
            } catch (SQLException repeated) {
                connection.rollback();
                return keptBefore(key, repeated);
            }
        }
    }

    private Kept keptBefore(String key, SQLException repeated) throws SQLException {
        return read().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> repeated);
    }
}
