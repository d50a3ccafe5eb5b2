package io.fenlu.ledger.process.billday;

import static io.fenlu.ledger.small.Shopping.buy;
import static io.fenlu.ledger.small.Shopping.hold;
import static io.fenlu.ledger.small.Shopping.pay;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.Bill;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.small.Shopping;
import io.fenlu.ledger.small.SmallDatabase;
import io.fenlu.ledger.small.SmallLedger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Bill days over Axon's real processors and the diary's real table. */
@ParameterizedClass
@EnumSource(SmallDatabase.class)
class BillDayTest {
    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    private static final LocalDate FEBRUARY_1 = LocalDate.of(2026, 2, 1);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);

    private final String database;

    BillDayTest(SmallDatabase kind, @TempDir Path directory) {
        database = kind.create(directory);
    }

    @Test
    void only_accounts_that_moved_or_owe_are_asked_for_a_bill() {
        try (var ledger = SmallLedger.open(database)) {
            var rests = account(ledger, "rests");
            var buys = account(ledger, "buys");
            buy(ledger, buys, "shoes", "120.00", JANUARY_5);
            var holds = account(ledger, "holds");
            hold(ledger, holds, "room", "80.00", JANUARY_5);

            var february = run(ledger, FEBRUARY_1);
            assertThat(List.of(february.due(), february.bills(), february.nothing()))
                    .containsExactly(2L, 1L, 1L);
            assertThat(february.isWhole()).isTrue();
            assertThat(bills(ledger, buys)).extracting(Bill::number).containsExactly(1);
            assertThat(ledger.facts(rests.value())).hasSize(1);
            assertThat(ledger.facts(holds.value())).hasSize(2);

            assertThat(run(ledger, FEBRUARY_1).due()).isZero();
            pay(ledger, buys, "all", "120.00", FEBRUARY_1.plusDays(3));
            var march = run(ledger, MARCH_1);
            assertThat(List.of(march.due(), march.bills())).containsExactly(1L, 1L);
            assertThat(run(ledger, APRIL_1).due())
                    .as("nothing moved and nothing is owed")
                    .isZero();
        }
    }

    @Test
    void months_that_nobody_billed_are_made_up_for_bill_by_bill() {
        try (var ledger = SmallLedger.open(database)) {
            var account = account(ledger, "forgotten");
            buy(ledger, account, "shoes", "120.00", JANUARY_5);
            var done = run(ledger, APRIL_1);
            assertThat(done.bills()).isEqualTo(3);
            assertThat(bills(ledger, account)).extracting(Bill::number).containsExactly(1, 2, 3);
            assertThat(bills(ledger, account)).extracting(Bill::billedOn).containsExactly(FEBRUARY_1, MARCH_1, APRIL_1);
        }
    }

    @Test
    void a_bill_day_that_is_cut_off_in_the_middle_is_begun_again_and_bills_nobody_twice() throws InterruptedException {
        var accounts = IntStream.range(0, 8)
                .mapToObj(k -> Shopping.named("account-" + k))
                .toList();
        var cutOff = new AtomicReference<@Nullable BillDayReport>();
        try (var ledger = SmallLedger.open(database)) {
            for (var account : IntStream.range(0, 8)
                    .mapToObj(k -> account(ledger, "account-" + k))
                    .toList()) {
                buy(ledger, account, "shoes-" + account, "120.00", JANUARY_5);
            }
            ledger.slow(IssueBill.class);
            var running = Thread.startVirtualThread(
                    () -> cutOff.set(ledger.bean(BillDay.class).run(FEBRUARY_1, 2, _ -> {})));
            until("some are billed", () -> accounts.stream().anyMatch(each -> isBilled(ledger, each)));
            running.interrupt();
            assertThat(accounts).as("not all at once").anyMatch(each -> !isBilled(ledger, each));
        }
        try (var ledger = SmallLedger.open(database)) {
            var rest = run(ledger, FEBRUARY_1);
            assertThat(rest.isWhole()).as(rest.line()).isTrue();
            assertThat(rest.bills()).isBetween(1L, 7L);
            for (var account : accounts) {
                assertThat(bills(ledger, account)).extracting(Bill::number).containsExactly(1);
            }
            assertThat(run(ledger, FEBRUARY_1).due()).isZero();
        }
    }

    @Test
    void a_bill_that_finds_no_answer_is_told_and_asked_for_again_by_the_next_run() {
        try (var ledger = SmallLedger.open(database)) {
            var account = account(ledger, "unlucky");
            buy(ledger, account, "shoes", "120.00", JANUARY_5);
            ledger.fail(IssueBill.class, true);
            var failed = run(ledger, FEBRUARY_1);
            assertThat(failed.isWhole()).isFalse();
            assertThat(failed.unanswered()).isEqualTo(1);
            assertThat(failed.faults()).singleElement().asString().contains(account.toString(), "the store is stopped");
            ledger.fail(IssueBill.class, false);
            assertThat(run(ledger, FEBRUARY_1).bills()).isEqualTo(1);
        }
    }

    @Test
    void where_the_setting_is_on_bills_come_out_by_themselves() {
        try (var ledger =
                SmallLedger.open(database, "ledger.accounts.bill-day=on", "ledger.accounts.bill-day-every=50ms")) {
            var account = account(ledger, "quiet");
            buy(ledger, account, "shoes", "120.00", JANUARY_5);
            until("billed", () -> isBilled(ledger, account));
        }
    }

    @Test
    void words_that_make_no_sense_end_with_2_and_one_line() {
        try (var ledger = SmallLedger.open(database)) {
            var told = new StringWriter();
            assertThat(call(ledger, told, "--on", "2199-01-01")).isEqualTo(2);
            assertThat(told.toString()).startsWith("--on 2199-01-01 lies in the future");
            assertThat(call(ledger, told, "--on", "the first")).isEqualTo(2);
            assertThat(call(ledger, told, "--on", "2026-02-01")).isZero();
            assertThat(told.toString()).contains("bill day 2026-02-01: 0 due, 0 bills");
            assertThat(call(ledger, told, "--on", "2026-02-01", "--in-flight", "0"))
                    .isEqualTo(2);
        }
    }

    private static int call(SmallLedger ledger, StringWriter told, String... words) {
        var cli = new CommandLine(ledger.bean(BillDayCli.class));
        return cli.setOut(new PrintWriter(told, true))
                .setErr(new PrintWriter(told, true))
                .execute(words);
    }

    private static BillDayReport run(SmallLedger ledger, LocalDate day) {
        return ledger.bean(BillDay.class).run(day, 16, _ -> {});
    }

    private static AccountId account(SmallLedger ledger, String name) {
        return Shopping.open(ledger, name, PayLater.STANDARD, new LimitSource.Own());
    }

    private static List<Bill> bills(SmallLedger ledger, AccountId account) {
        return ledger.facts(account.value()).stream()
                .filter(BillIssued.class::isInstance)
                .map(fact -> ((BillIssued) fact).bill())
                .toList();
    }

    private static boolean isBilled(SmallLedger ledger, AccountId account) {
        return !bills(ledger, account).isEmpty();
    }
}
