package io.fenlu.ledger.bench;

import io.fenlu.ledger.boot.BareLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Databases of one PostgreSQL server, each made for the measurement and dropped afterwards. */
final class PostgresGround implements Ground {
    private static final String SIZE_OF_LEDGER = "select pg_total_relation_size('ledger_event')";
    private static final String SIZE_OF_STOCK = "select pg_total_relation_size('domainevententry')";

    /**
     * A server that runs already.
     *
     * @param url of a database in which others may be made
     */
    record Server(String url, String user, String password) {
        String database(String name) {
            return url.substring(0, url.lastIndexOf('/') + 1) + name;
        }
    }

    private final Path directory;
    private final Server server;
    private final StockSetting stock;
    private final @Nullable TemporaryPostgres temporary;
    private final String prefix = "fenlu_bench_" + ProcessHandle.current().pid() + "_";

    PostgresGround(Path directory, @Nullable Server given, StockSetting stock) throws IOException, SQLException {
        this.directory = directory;
        this.stock = stock;
        temporary = given == null ? TemporaryPostgres.below(directory) : null;
        server = given == null ? new Server(Objects.requireNonNull(temporary).url("postgres"), "fenlu", "") : given;
        for (var side : Side.values()) {
            administer("drop database if exists " + name(side));
            administer("create database " + name(side));
        }
    }

    private String name(Side side) {
        return prefix + side.toString().replace('-', '_');
    }

    private void administer(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var words = connection.createStatement()) {
            words.execute(statement);
        }
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public boolean hasUnsyncedStock() {
        return false;
    }

    @Override
    public Contender open(Side side, String... settings) {
        return switch (side) {
            case LEDGER, CEILING ->
                Contender.open(
                        BareLedger.class,
                        directory.resolve(side.toString()),
                        with(
                                settings,
                                "--spring.datasource.url=" + server.database(name(side)),
                                "--spring.datasource.username=" + server.user(),
                                "--spring.datasource.password=" + server.password()));
            case STOCK, STOCK_UNSYNCED ->
                Contender.open(
                        StockParts.class,
                        directory.resolve(side.toString()),
                        with(
                                settings,
                                "--bench.url=" + server.database(name(side)),
                                "--bench.views-url=" + server.database(name(side)),
                                "--bench.user=" + server.user(),
                                "--bench.password=" + server.password(),
                                "--bench.checkpoint=false",
                                "--bench.plain-columns=false",
                                "--bench.connections=" + stock.connections()));
        };
    }

    private static String[] with(String[] settings, String... more) {
        return Stream.concat(Stream.of(more), Stream.of(settings)).toArray(String[]::new);
    }

    @Override
    public Connection connection(Side side) throws SQLException {
        if (side == Side.CEILING) {
            open(side).close();
            return DriverManager.getConnection(
                    server.database(name(side)) + "?reWriteBatchedInserts=true", server.user(), server.password());
        }
        return DriverManager.getConnection(server.database(name(side)), server.user(), server.password());
    }

    @Override
    public long bytes(Side side) throws SQLException {
        try (var connection = connection(side);
                var statement = connection.createStatement();
                var row = statement.executeQuery(side == Side.LEDGER ? SIZE_OF_LEDGER : SIZE_OF_STOCK)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public long bytesUnpacked(Side side) throws SQLException {
        return bytes(side);
    }

    @Override
    public void close() {
        try {
            for (var side : Side.values()) {
                administer("drop database if exists " + name(side));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a database was left on the server", failure);
        } finally {
            if (temporary != null) {
                temporary.close();
            }
        }
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
