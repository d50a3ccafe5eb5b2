package io.fenlu.ledger.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.eventstore.JournalStore;
import io.fenlu.ledger.eventstore.UnclosedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * The databases in the data directory: opened, brought up to date, ready.
 *
 * <p>The journal has a file of its own, so that flushing it does not wait for what others write.
 */
public final class LedgerDatabase {
    private static final int IN_USE = 90020;
    private static final String SUFFIX = ".mv.db";
    private static final int CONNECTIONS = 32;
    private static final int PATIENCE_MILLIS = 5_000;

    /** What is kept in one file, and whose tables those are. */
    private enum Content {
        /** Nothing in it may be written over before its pen says how. */
        JOURNAL("journal", ";REUSE_SPACE=FALSE", List.of("journal")),
        WORKINGS("workings", "", List.of("processing", "sagas"));

        private final String file;
        private final String settings;
        private final List<String> owners;

        Content(String file, String settings, List<String> owners) {
            this.file = file;
            this.settings = settings;
            this.owners = owners;
        }
    }

    private LedgerDatabase() {}

    /**
     * Opens the embedded journal below a directory, which is created when it is not there.
     *
     * @throws BadSetup when the directory cannot be used, or another process has it
     */
    public static HikariDataSource journal(Path directory) {
        return open(directory, Content.JOURNAL);
    }

    /**
     * Opens the embedded database of everything that is made from the journal: processes, reminders, views.
     *
     * @throws BadSetup when the directory cannot be used, or another process has it
     */
    public static HikariDataSource workings(Path directory) {
        return open(directory, Content.WORKINGS);
    }

    /**
     * Makes sure that there is a ledger to look into.
     *
     * @throws BadSetup when there is none
     */
    static void require(Path directory) {
        if (!Files.exists(directory.resolve(Content.JOURNAL.file + SUFFIX))) {
            throw new BadSetup("there is no ledger in " + directory.toAbsolutePath());
        }
    }

    private static HikariDataSource open(Path directory, Content content) {
        requireUsable(directory);
        var file = file(directory, content);
        if (content == Content.JOURNAL) {
            lookThrough(file, directory);
        }
        var url = embedded(file) + content.settings;
        probe(url, directory);
        var config = new HikariConfig();
        config.setPoolName(content.file);
        config.setJdbcUrl(url);
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(4);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        var database = new HikariDataSource(config);
        Migrations.run(database, JournalStore.H2, content.owners);
        return database;
    }

    private static Path file(Path directory, Content content) {
        try {
            return Files.createDirectories(directory).toRealPath().resolve(content.file);
        } catch (IOException failure) {
            throw new BadSetup("cannot use the data directory " + directory.toAbsolutePath() + ": " + failure, failure);
        }
    }

    /** H2 writes behind its commits; the journal's pen flushes, and what is made from the journal can be made again. */
    private static String embedded(Path file) {
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0;LOCK_TIMEOUT=20000;CACHE_SIZE=131072";
    }

    private static void lookThrough(Path file, Path directory) {
        try {
            UnclosedFile.lookThrough(file.resolveSibling(file.getFileName() + SUFFIX));
        } catch (MVStoreException failure) {
            throw failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? inUse(directory, failure)
                    : cannotOpen(directory, failure);
        } catch (IOException failure) {
            throw cannotOpen(directory, failure);
        }
    }

    /** A semicolon would end the file's name in the database's URL, and what follows it would be taken for settings. */
    static void requireUsable(Path directory) {
        if (directory.toAbsolutePath().toString().indexOf(';') >= 0) {
            throw new BadSetup("cannot use the data directory " + directory + ": there is a semicolon in its name");
        }
    }

    private static void probe(String url, Path directory) {
        try {
            DriverManager.getConnection(url, "sa", "").close();
        } catch (SQLException failure) {
            throw failure.getErrorCode() == IN_USE ? inUse(directory, failure) : cannotOpen(directory, failure);
        }
    }

    private static BadSetup inUse(Path directory, Exception failure) {
        return new BadSetup("another process is using the data directory " + directory.toAbsolutePath(), failure);
    }

    private static BadSetup cannotOpen(Path directory, Exception failure) {
        return new BadSetup(
                "cannot open the database in " + directory.toAbsolutePath() + ": " + firstLine(failure), failure);
    }

    static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
