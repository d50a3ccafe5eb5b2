package io.fenlu.ledger.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.boot.LedgerDatabase;
import io.fenlu.ledger.boot.ServerDatabase;
import io.fenlu.ledger.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a journal of a test lies; it can be opened there again and again. */
record SamplePlace(JournalStore kind, Supplier<HikariDataSource> opening) {
    private static final int CONNECTIONS = 8;

    static SamplePlace of(JournalStore kind, Path directory) {
        return switch (kind) {
            case H2 -> new SamplePlace(kind, () -> LedgerDatabase.journal(directory));
            case POSTGRES -> at(PostgresServer.emptyDatabase());
        };
    }

    static SamplePlace at(String url) {
        return new SamplePlace(
                JournalStore.POSTGRES, () -> new ServerDatabase(url, "", "", CONNECTIONS).open(Durability.DISK));
    }

    HikariDataSource open() {
        return opening.get();
    }

    /** Changes what lies there while nobody has it open. */
    void change(String statement) {
        try (var database = open()) {
            JdbcClient.create(database).sql(statement).update();
        }
    }

    DiskFlush disk() {
        return Durability.DISK.on(kind);
    }
}
