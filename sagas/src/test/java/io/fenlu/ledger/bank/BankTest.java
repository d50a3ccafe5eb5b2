package io.fenlu.ledger.bank;

import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.Sample.toBank;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.bank.simulator.BankSimulator;
import io.fenlu.ledger.bank.simulator.SimulatedPayout;
import io.fenlu.ledger.bank.simulator.Temper;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Cancelled;
import io.fenlu.ledger.loan.LoanState.Opened;
import io.fenlu.ledger.process.drawdown.DrawdownProcess;
import io.fenlu.ledger.small.SmallLedger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the bank behaves: money leaves once, and each drawdown ends disbursed with its limit in use, or cancelled with it given back. */
class BankTest {
    private static final LocalDate PAID_ON = LocalDate.of(2026, 1, 7);
    private static final URI NOWHERE = URI.create("http://localhost:9");

    private final AtomicReference<URI> door = new AtomicReference<>(NOWHERE);
    private final BankSimulator bank =
            new BankSimulator(new BankSimulator.Setting(0, door::get, Duration.ofMillis(300), () -> PAID_ON));

    @TempDir
    private Path directory;

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Temper.class,
            names = {"PROMPT", "LATE", "TWICE", "UNORDERED", "DROP", "BUSY", "FORGET"})
    void whatever_the_banks_temper_money_leaves_once_and_the_limit_is_used(Temper temper) {
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            var loan = draw(ledger, temper, 1);
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")));
            assertThat(ledger.loan(loan))
                    .isInstanceOfSatisfying(
                            Active.class,
                            active -> assertThat(active.disbursedOn()).isEqualTo(PAID_ON));
            assertPaidOnce(ledger, loan);
            until("nothing waits", () -> ledger.payoutsWaiting() == 0 && ledger.sagas() == 0);
            assertThat(ledger.line().reserved()).isEmpty();
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_definite_no_cancels_the_loan_and_gives_the_limit_back() {
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            var loan = draw(ledger, Temper.REJECT, 1);
            until(
                    "released",
                    () -> ledger.loan(loan) instanceof Cancelled
                            && ledger.line().reserved().isEmpty());
            assertThat(ledger.line().available()).isEqualTo(cny("5000.00"));
            assertThat(ledger.disbursementFacts(loan))
                    .last()
                    .isInstanceOfSatisfying(DisbursementFailed.class, failed -> {
                        assertThat(failed.reason()).isEqualTo("account closed");
                        assertThat(failed.failedOn()).isEqualTo(PAID_ON);
                    });
            assertThat(payout(loan).paid()).isZero();
            until("nothing waits", () -> ledger.payoutsWaiting() == 0 && ledger.sagas() == 0);
        }
    }

    @Test
    void the_same_news_twice_is_one_fact() {
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            var loan = draw(ledger, Temper.TWICE, 1);
            until("called twice", () -> payout(loan).called() == 2);
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")));
            assertPaidOnce(ledger, loan);
        }
    }

    @Test
    void news_of_a_later_payout_may_come_before_that_of_an_earlier_one() {
        try (var ledger = open("ledger.bank.longest-wait=5s", "ledger.bank.first-wait=5s")) {
            ledger.openLine("5000.00");
            var first = draw(ledger, Temper.UNORDERED, 1);
            until("kept", () -> bank.payouts().size() == 1);
            var second = draw(ledger, Temper.UNORDERED, 2);
            until("both used", () -> ledger.line().inUse().equals(cny("2000.00")));
            assertPaidOnce(ledger, first);
            assertPaidOnce(ledger, second);
            assertThat(ledger.callsAtTheDoor()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_bank_that_never_answers_is_asked_on_shown_to_people_and_never_given_up() {
        try (var ledger = open("ledger.bank.longest-life=1s")) {
            ledger.openLine("5000.00");
            var loan = draw(ledger, Temper.NEVER, 1);
            until("told", () -> ledger.parked().size() == 1);
            assertThat(ledger.parked().getFirst().reason()).isEqualTo("longest-life");
            assertThat(ledger.parked().getFirst().detail()).contains("pending");
            assertThat(ledger.loan(loan)).isInstanceOf(Opened.class);
            assertThat(ledger.line().setAside()).isEqualTo(cny("1000.00"));
            bank.decide(payout(loan).id(), true);
            until("used after all", () -> ledger.line().inUse().equals(cny("1000.00")));
            until("taken back", () -> ledger.parked().isEmpty());
            assertPaidOnce(ledger, loan);
        }
    }

    @Test
    void a_payout_the_bank_has_lost_is_not_sent_again_after_its_longest_life() {
        try (var ledger = open("ledger.bank.longest-life=0s")) {
            ledger.openLine("5000.00");
            var loan = draw(ledger, Temper.FORGET, 1);
            until("told", () -> ledger.parked().size() == 1);
            until("asked", () -> ledger.payoutsWaiting() == 1);
            assertThat(payout(loan).asked()).isEqualTo(1);
            assertThat(payout(loan).paid()).isZero();
        }
    }

    @Test
    void a_no_after_a_yes_is_kept_for_people_and_the_yes_stands() {
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            var loan = draw(ledger, Temper.PROMPT, 1);
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")));
            ledger.send(new FailDisbursement(DrawdownProcess.disbursementOf(loan), "sent back", PAID_ON), "later");
            until("told", () -> ledger.parked().size() == 1);
            assertThat(ledger.parked().getFirst().reason()).isEqualTo("contradicted");
            assertThat(ledger.disbursementFacts(loan)).last().isInstanceOf(DisbursementContradicted.class);
            assertThat(ledger.loan(loan)).isInstanceOf(Active.class);
        }
    }

    @Test
    void an_outcome_dated_before_the_instruction_is_parked_and_not_believed() {
        try (var early = new BankSimulator(new BankSimulator.Setting(
                        0, door::get, Duration.ofMillis(300), () -> LocalDate.of(2025, 12, 31)));
                var ledger = SmallLedger.open(file(), "ledger.bank.url=" + early.url())) {
            ledger.openLine("5000.00");
            var loan = draw(ledger, Temper.PROMPT, 1);
            until("parked", () -> ledger.parked().size() == 1);
            assertThat(ledger.parked().getFirst().reason()).isEqualTo("OUTCOME_BEFORE_INSTRUCTION");
            assertThat(ledger.loan(loan)).isInstanceOf(Opened.class);
        }
    }

    @Test
    void a_bank_that_cannot_be_reached_is_asked_until_it_can() {
        LoanId loan;
        try (var ledger = SmallLedger.open(file(), "ledger.bank.url=" + NOWHERE)) {
            ledger.openLine("5000.00");
            loan = draw(ledger, Temper.PROMPT, 1);
            until("tried", () -> ledger.bean(Payouts.class).due(10).stream().anyMatch(payout -> payout.attempts() > 1));
            assertThat(ledger.loan(loan)).isInstanceOf(Opened.class);
        }
        try (var ledger = open()) {
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")));
            assertPaidOnce(ledger, loan);
        }
    }

    @Test
    void a_ledger_that_stops_while_money_is_under_way_goes_on_where_it_stopped() {
        var loans = new ArrayList<LoanId>();
        try (var ledger = SmallLedger.open(file(), "ledger.bank.url=" + bank.url())) {
            ledger.openLine("50000.00");
            var number = 0;
            for (var temper : new Temper[] {Temper.NEVER, Temper.DROP, Temper.LATE, Temper.REJECT, Temper.FORGET}) {
                loans.add(draw(ledger, temper, number++));
            }
            until("all sent", () -> bank.payouts().size() == loans.size());
        }
        bank.decide(payout(loans.getFirst()).id(), true);
        try (var ledger = open()) {
            until("all used but the rejected", () -> ledger.line().inUse().equals(cny("4000.00")));
            until("given back", () -> ledger.line().reserved().isEmpty());
            assertThat(ledger.loan(loans.get(3))).isInstanceOf(Cancelled.class);
            loans.remove(3);
            loans.forEach(loan -> assertPaidOnce(ledger, loan));
            until("nothing waits", () -> ledger.payoutsWaiting() == 0 && ledger.sagas() == 0);
        }
    }

    private LoanId draw(SmallLedger ledger, Temper temper, int number) {
        var account = temper == Temper.PROMPT ? "acct-" + number : "sim-" + temper.word() + "-" + number;
        return ledger.draw(account, "1000.00", toBank(account));
    }

    private void assertPaidOnce(SmallLedger ledger, LoanId loan) {
        assertThat(payout(loan).paid()).isEqualTo(1);
        assertThat(ledger.disbursementFacts(loan).stream().filter(DisbursementConfirmed.class::isInstance))
                .hasSize(1);
    }

    private SimulatedPayout payout(LoanId loan) {
        var id = DrawdownProcess.disbursementOf(loan).toString();
        return bank.payouts().stream()
                .filter(payout -> payout.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private SmallLedger open(String... settings) {
        var all = new ArrayList<String>();
        all.add("ledger.bank.url=" + bank.url());
        all.addAll(List.of(settings));
        var ledger = SmallLedger.open(file(), all.toArray(String[]::new));
        door.set(ledger.doorUrl());
        return ledger;
    }

    private Path file() {
        return directory.resolve("ledger").toAbsolutePath();
    }
}
