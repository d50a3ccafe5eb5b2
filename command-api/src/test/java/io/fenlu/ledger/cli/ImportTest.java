package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.boot.LedgerApplication;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** An import is carried through by the processes, so it can only be tried where they are on the class path. */
@EnabledIf("hasProcesses")
class ImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @TempDir
    Path directory;

    static boolean hasProcesses() {
        return ClassUtils.isPresent("io.fenlu.ledger.process.Courier", ImportTest.class.getClassLoader());
    }

    private ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(LedgerApplication.class)
                .web(WebApplicationType.NONE)
                .run("--ledger.data=" + directory.resolve("ledger"));
    }

    private static Path file() throws URISyntaxException {
        return Path.of(ImportTest.class.getResource("/cash-loans.csv").toURI());
    }

    private static ImportReport run(ConfigurableApplicationContext ledger, Path file) throws IOException {
        var setting = new CashLoanImport.Setting(new LenderId("lender-1"), Currency.USD, TODAY, 8);
        return ledger.getBean(CashLoanImport.class).run(file, setting, new PrintWriter(new StringWriter()));
    }

    @Test
    void a_book_is_taken_over_and_a_second_run_changes_nothing() throws Exception {
        try (var ledger = open()) {
            var first = run(ledger, file());

            assertThat(first.failed()).isEmpty();
            assertThat(first.counts()).isEqualTo(new ImportReport.Counts(13, 9, 0, 1, 8, 7));
            assertThat(first.unexplained()).containsExactly(7L);
            assertThat(first.refused()).extracting(ImportReport.Row::line).containsExactly(10L, 11L, 12L, 13L);
            assertThat(first.trialBalance().balanced()).isTrue();
            assertThat(first.trialBalance().debits())
                    .isEqualTo(first.trialBalance().credits());
            assertThat(first.position())
                    .as("all events, after the key of the log")
                    .isEqualTo(1 + first.pace().events());
        }
        try (var ledger = open()) {
            var second = run(ledger, file());

            assertThat(second.counts()).isEqualTo(new ImportReport.Counts(13, 9, 9, 1, 8, 7));
            assertThat(second.pace().events()).isZero();
        }
    }

    @Test
    void a_run_that_stopped_in_the_middle_is_completed_by_the_next() throws Exception {
        var half = Files.write(
                directory.resolve("half.csv"), Files.readAllLines(file()).subList(0, 5));
        try (var ledger = open()) {
            assertThat(run(ledger, half).counts().imported()).isEqualTo(4);
            var whole = run(ledger, file());

            assertThat(whole.counts()).isEqualTo(new ImportReport.Counts(13, 9, 4, 1, 8, 7));
        }
    }

    @Test
    void the_report_is_json_with_these_keys() throws Exception {
        try (var ledger = open()) {
            var report = JsonMapper.shared().readTree(run(ledger, file()).json());

            assertThat(report.propertyNames())
                    .containsAll(List.of(
                            "rows",
                            "imported",
                            "refused",
                            "unexplained",
                            "instalments_matched",
                            "on_time_balances_matched",
                            "events",
                            "seconds",
                            "events_per_second",
                            "trial_balance",
                            "ledger_position"));
            assertThat(report.at("/refused/0/line").asInt()).isEqualTo(10);
            assertThat(report.at("/refused/0/reason").asString()).contains("quotation mark");
        }
    }
}
