package io.fenlu.ledger.walks;

import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.boot.LedgerDatabase;
import java.nio.file.Path;
import java.util.List;

class TamperedJournalTest extends TamperedJournal {
    @Override
    List<String> settings() {
        return List.of();
    }

    @Override
    HikariDataSource journal(Path data) {
        return LedgerDatabase.journal(data);
    }
}
