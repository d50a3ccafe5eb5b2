package io.fenlu.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The words that say on which store is measured, and where the findings go. */
final class Where {
    @Option(names = "--store", converter = Store.Form.class, description = "h2 (default) or postgres")
    private Store store = Store.H2;

    @Option(
            names = "--plain-columns",
            description =
                    "on H2: let the framework out of the box keep facts in ordinary columns, not in large objects as it"
                            + " does by itself")
    private boolean plainColumns;

    @Option(
            names = "--stock-connections",
            paramLabel = "N",
            description =
                    "how many connections the framework out of the box has; Spring Boot gives 10 (default: as many as"
                            + " the ledger, 32)")
    private int stockConnections = StockSetting.CONNECTIONS;

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            description = "a server that runs already, jdbc:postgresql://host:port/database (default: one is started)")
    private @Nullable String postgresUrl;

    @Option(names = "--postgres-user", description = "who may make databases there (default: fenlu)")
    private String postgresUser = "fenlu";

    @Option(names = "--postgres-password", description = "the password (default: none)")
    private String postgresPassword = "";

    @Option(names = "--json", paramLabel = "FILE", description = "where to write what was found")
    private @Nullable Path json;

    @Option(names = "--dir", paramLabel = "DIR", description = "on which disk (default: the temporary directory)")
    private @Nullable Path directory;

    /** A new place for stores. */
    Ground ground() throws IOException, SQLException {
        if (store == Store.POSTGRES) {
            return new PostgresGround(
                    Folder.below(directory),
                    postgresUrl == null ? null : new PostgresGround.Server(postgresUrl, postgresUser, postgresPassword),
                    stock());
        }
        return new H2Ground(Folder.below(directory), stock());
    }

    /** Writes the findings down, and on what was measured. */
    void write(Map<String, Object> figures) throws IOException {
        Folder.write(json, figures);
    }

    Store store() {
        return store;
    }

    StockSetting stock() {
        return new StockSetting(plainColumns, stockConnections);
    }

    void requireSense(CommandSpec words) {
        require(
                words,
                postgresUrl == null || postgresUrl.matches("jdbc:postgresql://[^/]+/[^?]+"),
                "--postgres-url is jdbc:postgresql://host:port/database");
        require(words, stockConnections >= 1 && stockConnections <= 1_000, "--stock-connections is 1 to 1000");
        require(words, json == null || !Files.isDirectory(json), "--json names a directory");
        require(words, directory == null || !Files.isRegularFile(directory), "--dir names a file");
    }

    static void require(CommandSpec words, boolean sense, String otherwise) {
        if (!sense) {
            throw new ParameterException(words.commandLine(), otherwise);
        }
    }
}
