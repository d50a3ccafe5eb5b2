package io.fenlu.ledger.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsTest {
    private static final String SUCCESSES = "select count(*) from \"flyway_journal\" where \"success\"";

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update \"flyway_journal\" set \"success\" = false where \"version\" = '4'",
                "update \"flyway_journal\" set \"checksum\" = 1 where \"version\" = '1'"
            })
    void a_script_that_failed_or_was_another_when_it_ran_does_not_keep_a_ledger_shut(String past) {
        long whole;
        try (var journal = LedgerDatabase.journal(directory)) {
            whole = successes(JdbcClient.create(journal));
            assertThat(JdbcClient.create(journal).sql(past).update()).isEqualTo(1);
        }
        try (var journal = LedgerDatabase.journal(directory)) {
            assertThat(successes(JdbcClient.create(journal))).isEqualTo(whole);
        }
    }

    @Test
    void a_ledger_killed_after_its_first_table_is_made_to_the_end() {
        try (var journal = LedgerDatabase.journal(directory)) {
            var jdbc = JdbcClient.create(journal);
            for (var made : new String[] {"\"flyway_journal\"", "aggregate_line", "aggregate_number", "checkpoint"}) {
                jdbc.sql("drop table " + made).update();
            }
        }
        try (var journal = LedgerDatabase.journal(directory)) {
            assertThat(JdbcClient.create(journal)
                            .sql("select count(*) from aggregate_line")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static long successes(JdbcClient journal) {
        return journal.sql(SUCCESSES).query(Long.class).single();
    }
}
