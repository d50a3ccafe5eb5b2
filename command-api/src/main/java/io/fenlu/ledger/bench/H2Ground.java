package io.fenlu.ledger.bench;

import io.fenlu.ledger.boot.BareLedger;
import io.fenlu.ledger.boot.LedgerDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Embedded stores, each a file below one directory. */
final class H2Ground implements Ground {
    private static final String AS_THE_LEDGER =
            ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0;LOCK_TIMEOUT=20000;CACHE_SIZE=131072";

    private final Path directory;

    private final StockSetting stock;

    H2Ground(Path directory, StockSetting stock) {
        this.directory = directory;
        this.stock = stock;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public boolean hasUnsyncedStock() {
        return true;
    }

    @Override
    public Contender open(Side side, String... settings) {
        return switch (side) {
            case LEDGER -> Contender.open(BareLedger.class, directory.resolve(side.toString()), settings);
            case STOCK -> stock(side, "", "true", settings);
            case STOCK_UNSYNCED -> stock(side, ";WRITE_DELAY=0", "false", settings);
            case CEILING -> throw new IllegalArgumentException("the ceiling obeys no orders");
        };
    }

    private Contender stock(Side side, String parameters, String synced, String... settings) {
        return Contender.open(
                StockParts.class,
                directory.resolve(side.toString()),
                Stream.concat(
                                Stream.of(
                                        "--bench.url=" + url(side) + parameters,
                                        "--bench.views-url=" + viewsUrl(side),
                                        "--bench.user=sa",
                                        "--bench.password=",
                                        "--bench.checkpoint=" + synced,
                                        "--bench.plain-columns=" + stock.plainColumns(),
                                        "--bench.connections=" + stock.connections()),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    private String url(Side side) {
        return "jdbc:h2:file:" + file(side).toAbsolutePath() + AS_THE_LEDGER;
    }

    /** As in the ledger, views have a file of their own, so that syncing the facts does not wait for them. */
    private String viewsUrl(Side side) {
        return "jdbc:h2:file:" + file(side).resolveSibling("views").toAbsolutePath() + AS_THE_LEDGER;
    }

    private Path file(Side side) {
        return directory.resolve(side.toString()).resolve("journal");
    }

    @Override
    public Connection connection(Side side) throws SQLException {
        if (side == Side.CEILING && !Files.exists(directory.resolve(side.toString()))) {
            LedgerDatabase.journal(directory.resolve(side.toString())).close();
        }
        return DriverManager.getConnection(url(side), "sa", "");
    }

    @Override
    public long bytes(Side side) throws SQLException {
        try (var connection = connection(side);
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
        return bytesUnpacked(side);
    }

    @Override
    public long bytesUnpacked(Side side) {
        try {
            return Files.size(file(side).resolveSibling("journal.mv.db"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
