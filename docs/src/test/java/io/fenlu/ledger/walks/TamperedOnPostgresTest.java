package io.fenlu.ledger.walks;

import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;

class TamperedOnPostgresTest extends TamperedJournal {
    private final String url = PostgresServer.emptyDatabase();

    @Override
    List<String> settings() {
        return List.of("--spring.profiles.active=postgres", "--spring.datasource.url=" + url);
    }

    @Override
    HikariDataSource journal(Path data) {
        var database = new HikariDataSource();
        database.setJdbcUrl(url);
        return database;
    }
}
