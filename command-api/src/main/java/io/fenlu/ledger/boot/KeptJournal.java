package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.notary.KeyFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The journal as it lies there, opened for reading only: nothing is repaired, brought up to date or started. */
public final class KeptJournal {
    private static final int IN_USE = 90020;

    private final Path directory;
    private final ConfigurableEnvironment settings = new StandardEnvironment();

    KeptJournal(Path directory, List<String> options) {
        this.directory = directory;
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
    }

    /** Where the key and the file of checkpoints are. */
    public KeyFiles keys() {
        return keys(directory, settings.getProperty("ledger.signing-key", ""));
    }

    static KeyFiles keys(Path directory, String option) {
        return new KeyFiles(option.isEmpty() ? directory.resolve("signing-key") : Path.of(option));
    }

    /** What is done with an open journal. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(DataSource journal) throws Exception;
    }

    /**
     * Opens the journal, lets somebody read, and closes it.
     *
     * @throws BadSetup when it is not there, or another process has it
     * @throws JournalDamaged when it cannot be opened at all
     */
    public <T> T read(Reading<T> reading) throws Exception {
        try (var connection = open()) {
            return reading.read(new SingleConnectionDataSource(connection, true));
        }
    }

    private Connection open() throws SQLException {
        var server = settings.getProperty("spring.datasource.url");
        if (server != null) {
            var connection = DriverManager.getConnection(
                    server,
                    settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", ""));
            connection.setReadOnly(true);
            return connection;
        }
        LedgerDatabase.requireUsable(directory);
        LedgerDatabase.require(directory);
        var file = directory.toAbsolutePath().resolve("journal");
        try {
            return DriverManager.getConnection("jdbc:h2:file:" + file + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", "sa", "");
        } catch (SQLException failure) {
            if (failure.getErrorCode() == IN_USE) {
                throw new BadSetup("another process is using the data directory " + directory.toAbsolutePath()
                        + "; stop it first, or read GET /events of the running ledger");
            }
            throw new JournalDamaged(
                    0,
                    "the file cannot be opened: "
                            + String.valueOf(failure.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
    }
}
