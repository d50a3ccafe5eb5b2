package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.boot.LedgerApplication;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class CardBillsImportTest {
    @TempDir
    private static Path directory = Path.of("");

    private static ConfigurableApplicationContext ledger;
    private static CardBillsReport report;

    @BeforeAll
    static void bringIn() throws Exception {
        ledger = open("ledger");
        report = run(ledger, file());
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static ConfigurableApplicationContext open(String data) {
        return new SpringApplicationBuilder(LedgerApplication.class)
                .web(WebApplicationType.NONE)
                .run("--ledger.data=" + directory.resolve(data), "--ledger.processes.enabled=false");
    }

    private static Path file() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CardBillsImportTest.class.getResource("/card-bills.csv"))
                .toURI());
    }

    private static CardBillsReport run(ConfigurableApplicationContext ledger, Path file) throws IOException {
        var setting = new CardBillsImport.Setting(new LenderId("lender-1"), Currency.TWD, Fraction.of("0.02"), 8);
        return ledger.getBean(CardBillsImport.class).run(file, setting, new PrintWriter(new StringWriter()));
    }

    @Test
    void every_bill_is_that_of_the_file_and_the_books_balance() {
        assertThat(report.failed()).isEmpty();
        assertThat(report.counts()).isEqualTo(new CardBillsReport.Counts(11, 5, 0));
        assertThat(report.bills()).isEqualTo(new CardBillsReport.Bills(30, 30, 6, 1, 2, 1));
        assertThat(report.arrears().months()).isEqualTo(25);
        assertThat(report.trialBalance().balanced()).isTrue();
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void a_second_run_adds_nothing() throws Exception {
        var second = run(ledger, file());

        assertThat(second.counts()).isEqualTo(new CardBillsReport.Counts(11, 5, 5));
        assertThat(second.bills().matched()).isEqualTo(30);
        assertThat(second.pace().events()).isZero();
    }

    @Test
    void a_row_that_cannot_be_read_is_refused_with_its_line_and_reason_and_stops_nothing() {
        assertThat(report.refused()).extracting(ImportReport.Row::line).containsExactly(6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(report.refused())
                .extracting(ImportReport.Row::reason)
                .satisfiesExactly(
                        limit -> assertThat(limit).contains("LIMIT_BAL is not more than zero"),
                        bill -> assertThat(bill).contains("BILL_AMT3").contains("one"),
                        payment -> assertThat(payment).contains("a payment is negative: -5"),
                        status -> assertThat(status).contains("PAY_3 is not a number of months: “soon”"),
                        missing -> assertThat(missing).contains("BILL_AMT6 is missing"),
                        fields -> assertThat(fields).contains("5 fields where the header has 20"));
    }

    @Test
    void a_run_that_stopped_in_the_middle_is_completed_by_the_next() throws Exception {
        var half = Files.write(
                directory.resolve("half.csv"), Files.readAllLines(file()).subList(0, 3));
        try (var begun = open("resumed")) {
            assertThat(run(begun, half).counts()).isEqualTo(new CardBillsReport.Counts(2, 2, 0));
        }
        try (var resumed = open("resumed")) {
            var whole = run(resumed, file());

            assertThat(whole.counts()).isEqualTo(new CardBillsReport.Counts(11, 5, 2));
            assertThat(whole.bills()).isEqualTo(report.bills());
            assertThat(whole.position()).isEqualTo(report.position());
        }
    }

    @Test
    void a_file_without_its_columns_is_not_begun() throws Exception {
        var file = Files.writeString(directory.resolve("odd.csv"), "ID,LIMIT_BAL\n1,5000\n");

        assertThatThrownBy(() -> run(ledger, file))
                .isInstanceOf(BadSetup.class)
                .hasMessageContaining("the header lacks BILL_AMT6");
    }

    @Test
    void the_report_is_written_whole_with_these_keys() throws Exception {
        var place = directory.resolve("report.json");
        report.write(place);
        var written = JsonMapper.shared().readTree(place);

        assertThat(written.at("/bills_matched").asInt()).isEqualTo(30);
        assertThat(written.at("/refused/0/line").asInt()).isEqualTo(6);
        assertThat(written.at("/arrears_agreement").isMissingNode()).isFalse();
        assertThat(written.at("/arrears_explanation").asString()).contains("--least-payment");
    }
}
