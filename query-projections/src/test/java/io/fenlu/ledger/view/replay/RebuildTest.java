package io.fenlu.ledger.view.replay;

import static io.fenlu.ledger.view.sql.Tables.LOAN_ACCOUNT;
import static io.fenlu.ledger.view.sql.Tables.STATEMENT_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountOrders;
import io.fenlu.ledger.story.AccountStory;
import io.fenlu.ledger.view.Story;
import io.fenlu.ledger.view.TestLedger;
import io.fenlu.ledger.view.ViewTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RebuildTest {
    private final TestLedger ledger = new TestLedger("ledger.view.batch=3");
    private final Story story = new Story(ledger);

    @AfterEach
    void close() {
        ledger.close();
    }

    private RebuildReport rebuild(boolean replace) throws InterruptedException {
        ledger.catchUp();
        return ledger.bean(Rebuild.class).run(replace, (_, _) -> {});
    }

    private record Run(int exit, String out) {}

    private Run run(Object command, String... words) {
        var out = new StringWriter();
        var exit = new CommandLine(command).setOut(new PrintWriter(out)).execute(words);
        return new Run(exit, out.toString());
    }

    @Test
    void views_made_again_in_other_batches_are_equal_to_those_that_lived() throws InterruptedException {
        story.toTheEnd();
        var card = AccountOrders.agreement(PayLater.CARD, "1000.00", new BillingDays(1, 9));
        ledger.append(AccountStory.of(card, "2026-01-05")
                .obey(
                        AccountOrders.buy(1, "500.00", "2026-01-06"),
                        AccountOrders.issue("2026-02-01"),
                        AccountOrders.end(2, "2026-02-02"),
                        AccountOrders.writeOff(3, "2026-08-02"))
                .events());
        var first = rebuild(false);
        assertThat(first.allEqual()).as("%s", first.views()).isTrue();
        assertThat(first.events()).isEqualTo(ledger.position());
        assertThat(first.views())
                .extracting(ViewComparison::view)
                .containsExactlyInAnyOrder(
                        "history",
                        "loan-account",
                        "account",
                        "credit-line",
                        "repayment-history",
                        "statement",
                        "journal");
        assertThat(rebuild(false).views()).isEqualTo(first.views());
    }

    @Test
    void a_row_that_was_tampered_with_is_named() throws InterruptedException {
        story.toTheEnd();
        ledger.catchUp();
        ledger.bean(ViewTables.class)
                .sql()
                .update(LOAN_ACCOUNT)
                .set(LOAN_ACCOUNT.PRINCIPAL_LEFT_MINOR, 1L)
                .execute();
        var report = rebuild(false);
        assertThat(report.allEqual()).isFalse();
        assertThat(report.views())
                .filteredOn(view -> !view.equal())
                .singleElement()
                .satisfies(view -> assertThat(view.difference())
                        .hasValueSatisfying(where -> assertThat(where).startsWith("loan_account: live " + story.loan)));
        var run = run(ledger.bean(Replay.class));
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).contains("DIFFERS").contains("loan_account: live " + story.loan);
    }

    @Test
    void a_row_that_was_lost_is_named() throws InterruptedException {
        story.toTheEnd();
        ledger.catchUp();
        ledger.bean(ViewTables.class)
                .sql()
                .deleteFrom(STATEMENT_LINE)
                .where(STATEMENT_LINE.POSITION.gt(8L))
                .execute();
        assertThat(rebuild(false).views())
                .filteredOn(view -> !view.equal())
                .singleElement()
                .satisfies(view -> assertThat(view.difference())
                        .hasValueSatisfying(
                                where -> assertThat(where).startsWith("statement_line: live ends, rebuilt ")));
    }

    @Test
    void what_was_made_again_may_take_the_place_of_what_lived_and_lives_on() throws InterruptedException {
        story.drawn().repaid("1066.19", "2026-02-05");
        ledger.catchUp();
        ledger.bean(ViewTables.class)
                .sql()
                .update(LOAN_ACCOUNT)
                .set(LOAN_ACCOUNT.PRINCIPAL_LEFT_MINOR, 1L)
                .execute();
        assertThat(rebuild(true).allEqual()).isFalse();
        story.repaid("1066.19", "2026-03-05");
        assertThat(rebuild(false).allEqual()).isTrue();
        assertThat(ledger.ask("/loans/{id}/repayments", story.loan)
                        .ok()
                        .json()
                        .at("/repayments")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void the_command_line_prints_a_digest_of_each_view() {
        story.toTheEnd();
        ledger.catchUp();
        var run = run(ledger.bean(Replay.class));
        assertThat(run.exit).as(run.out).isZero();
        assertThat(run.out)
                .contains("events/s")
                .containsPattern("statement +5 rows  [0-9a-f]{64}  equal")
                .doesNotContain("DIFFERS");
    }

    @Test
    void two_ledgers_that_were_told_the_same_have_the_same_digest_whatever_the_order(@TempDir Path directory)
            throws IOException {
        story.drawn().repaid("1066.19", "2026-02-05");
        new Story(ledger, 3).requested();
        var file = directory.resolve("digests.txt");
        var here = run(ledger.bean(Digest.class), "--by-aggregate", file.toString());
        assertThat(here.exit).isZero();
        assertThat(Files.readAllLines(file)).hasSize(4).anyMatch(line -> line.startsWith(story.loan + " loan 5 "));
        try (var other = new TestLedger()) {
            new Story(other, 3).requested();
            var told = new Story(other).drawn().repaid("1066.19", "2026-02-05");
            assertThat(run(other.bean(Digest.class)).out).isEqualTo(here.out);
            told.repaid("1066.19", "2026-03-05");
            assertThat(run(other.bean(Digest.class)).out).isNotEqualTo(here.out);
        }
    }
}
