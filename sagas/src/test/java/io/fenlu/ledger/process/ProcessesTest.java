package io.fenlu.ledger.process;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.Sample.paidLongAgo;
import static io.fenlu.ledger.small.Sample.toBank;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Cancelled;
import io.fenlu.ledger.loan.LoanState.Declined;
import io.fenlu.ledger.loan.LoanState.Opened;
import io.fenlu.ledger.process.drawdown.DrawdownProcess;
import io.fenlu.ledger.small.SmallDatabase;
import io.fenlu.ledger.small.SmallLedger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The shells on Axon's real processors, saga store, tokens and reminders. */
@ParameterizedClass
@EnumSource(SmallDatabase.class)
class ProcessesTest {
    private static final LocalDate JANUARY_9 = LocalDate.of(2026, 1, 9);

    private final String database;

    ProcessesTest(SmallDatabase kind, @TempDir Path directory) {
        database = kind.create(directory);
    }

    @Test
    void a_drawdown_of_money_paid_long_ago_ends_with_the_limit_in_use_and_leaves_nothing_behind() {
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            var loan = ledger.draw("a", "1000.00", paidLongAgo());
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")));
            assertThat(ledger.loan(loan))
                    .isInstanceOfSatisfying(
                            Active.class,
                            active -> assertThat(active.disbursedOn()).isEqualTo(JANUARY_5));
            assertThat(ledger.line().reserved()).isEmpty();
            until("no saga", () -> ledger.sagas() == 0 && ledger.reminders() == 0);
            assertThat(ledger.parked()).isEmpty();
            assertThat(ledger.payoutsWaiting()).isZero();
        }
    }

    @Test
    void a_draw_over_the_limit_is_declined_in_the_words_of_the_line() {
        try (var ledger = open()) {
            ledger.openLine("500.00");
            var loan = ledger.draw("a", "1000.00", paidLongAgo());
            until("declined", () -> ledger.loan(loan) instanceof Declined);
            assertThat(ledger.loan(loan))
                    .isInstanceOfSatisfying(
                            Declined.class,
                            declined -> assertThat(declined.reason()).isEqualTo("DRAW_EXCEEDS_AVAILABLE"));
            until("no saga", () -> ledger.sagas() == 0 && ledger.reminders() == 0);
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_draw_from_a_line_that_is_frozen_or_unknown_is_declined() {
        try (var ledger = open()) {
            var stray = ledger.draw("stray", "10.00", paidLongAgo());
            until("declined", () -> ledger.loan(stray) instanceof Declined);
            ledger.openLine("500.00");
            ledger.send(new FreezeCreditLine(SmallLedger.LINE, "look into it", JANUARY_5), "freeze");
            var late = ledger.draw("late", "10.00", paidLongAgo());
            until("declined", () -> ledger.loan(late) instanceof Declined);
            assertThat(List.of(reason(ledger, stray), reason(ledger, late)))
                    .containsExactly("CREDIT_LINE_NOT_FOUND", "CREDIT_LINE_FROZEN");
        }
    }

    @Test
    void without_a_bank_the_money_waits_and_the_banks_word_at_the_door_moves_it_on() {
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            var paid = ledger.draw("paid", "1000.00", toBank("acct-1"));
            var failed = ledger.draw("failed", "2000.00", toBank("acct-2"));
            until("both wait", () -> ledger.payoutsWaiting() == 2);
            assertThat(ledger.line().setAside()).isEqualTo(cny("3000.00"));
            ledger.send(new ConfirmDisbursement(DrawdownProcess.disbursementOf(paid), "ref", JANUARY_9), "k1");
            ledger.send(new FailDisbursement(DrawdownProcess.disbursementOf(failed), "closed", JANUARY_9), "k2");
            until("paid", () -> ledger.line().inUse().equals(cny("1000.00")));
            until("released", () -> ledger.line().reserved().isEmpty());
            assertThat(ledger.loan(paid))
                    .isInstanceOfSatisfying(
                            Active.class,
                            active -> assertThat(active.disbursedOn()).isEqualTo(JANUARY_9));
            assertThat(ledger.loan(failed)).isInstanceOf(Cancelled.class);
            until(
                    "nothing waits",
                    () -> ledger.payoutsWaiting() == 0 && ledger.sagas() == 0 && ledger.reminders() == 0);
        }
    }

    @Test
    void repaid_principal_can_be_drawn_again_and_a_release_never_overtakes_its_use() {
        try (var ledger = open("ledger.processes.segments=8")) {
            ledger.openLine("100000.00");
            ledger.slow(UseLimit.class);
            var loans = new ArrayList<LoanId>();
            for (var i = 0; i < 12; i++) {
                loans.add(ledger.draw("l" + i, "1000.00", paidLongAgo()));
            }
            for (var loan : loans) {
                until("active", () -> ledger.loan(loan) instanceof Active);
                ledger.repay(loan, "r" + loan, "200.00", JANUARY_9);
            }
            until("released", () -> count(ledger, LimitReleased.class) == loans.size());
            assertThat(ledger.parked()).isEmpty();
            for (var loan : loans) {
                var moves = ledger.facts(SmallLedger.LINE.value()).stream()
                        .filter(fact ->
                                fact instanceof LimitUsed used && used.loanId().equals(loan)
                                        || fact instanceof LimitReleased released
                                                && released.loanId().equals(loan))
                        .<Class<?>>map(Object::getClass)
                        .toList();
                assertThat(moves).containsExactly(LimitUsed.class, LimitReleased.class);
            }
        }
    }

    @Test
    void an_order_that_finds_no_answer_is_parked_with_all_behind_it_and_goes_on_by_itself_in_order() {
        try (var ledger = open("ledger.processes.answer-within=500ms")) {
            ledger.openLine("5000.00");
            ledger.fail(UseLimit.class, true);
            var loan = ledger.draw("a", "1000.00", paidLongAgo());
            until("active", () -> ledger.loan(loan) instanceof Active);
            ledger.repay(loan, "r1", "100.00", JANUARY_9);
            until("parked", () -> ledger.parked().size() == 2);
            assertThat(ledger.parked()).extracting(ParkedReaction::step).containsExactly("UseLimit", "ReleaseLimit");
            assertThat(ledger.parked())
                    .extracting(ParkedReaction::reason)
                    .containsExactly(ParkedReaction.NO_ANSWER, ParkedReaction.BEHIND_ANOTHER);
            assertThat(ledger.parked().getFirst().detail()).contains("the store is stopped");
            ledger.fail(UseLimit.class, false);
            until("settled", () -> ledger.parked().isEmpty());
            until("released", () -> count(ledger, LimitReleased.class) == 1);
            until("ended", () -> ledger.sagas() == 0);
        }
    }

    @Test
    void a_refusal_that_the_process_does_not_know_waits_for_people_who_can_mend_it_and_try_again() {
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            var loan = ledger.draw("a", "1000.00", toBank("acct-1"));
            until("waits", () -> ledger.payoutsWaiting() == 1);
            ledger.send(new ReleaseReservation(SmallLedger.LINE, loan, JANUARY_5), "by-mistake");
            ledger.send(new ConfirmDisbursement(DrawdownProcess.disbursementOf(loan), "ref", JANUARY_9), "k1");
            until("parked", () -> ledger.parked().size() == 1);
            assertThat(ledger.loan(loan)).isInstanceOf(Active.class);
            assertThat(says(new ParkedCli.Show(ledger.bean(ParkedReactions.class)), 0))
                    .contains("UseLimit", "RESERVATION_NOT_FOUND", "by hand", "1 parked");
            var retry = new ParkedCli.Retry(ledger.bean(ParkedReactions.class), ledger.bean(ParkedRounds.class));
            assertThat(says(retry, 1)).contains("0 obeyed, 1 still parked");

            ledger.send(new ReserveLimit(SmallLedger.LINE, loan, cny("1000.00"), JANUARY_5), "mended");
            assertThat(says(retry, 0)).contains("1 obeyed, 0 still parked");
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")) && ledger.sagas() == 0);
        }
    }

    private static String says(Object command, int exit) {
        var out = new StringWriter();
        assertThat(new CommandLine(command).setOut(new PrintWriter(out, true)).execute())
                .isEqualTo(exit);
        return out.toString();
    }

    @Test
    void a_drawdown_that_finds_no_end_is_shown_to_people_and_nothing_is_cancelled() {
        try (var ledger = open("ledger.processes.longest-life=1s")) {
            ledger.openLine("5000.00");
            var loan = ledger.draw("a", "1000.00", toBank("acct-1"));
            until("told", () -> ledger.parked().size() == 1);
            assertThat(ledger.parked().getFirst())
                    .satisfies(entry -> assertThat(entry.reason()).isEqualTo(DrawdownProcess.LONGEST_LIFE))
                    .satisfies(entry -> assertThat(entry.detail()).contains("PAYING_OUT"));
            assertThat(ledger.loan(loan)).isInstanceOf(Opened.class);
            assertThat(ledger.line().setAside()).isEqualTo(cny("1000.00"));
            ledger.send(new ConfirmDisbursement(DrawdownProcess.disbursementOf(loan), "ref", JANUARY_9), "k1");
            until("ended after all", () -> ledger.parked().isEmpty() && ledger.sagas() == 0);
            assertThat(ledger.line().inUse()).isEqualTo(cny("1000.00"));
        }
    }

    @Test
    void a_drawdown_cut_off_in_the_middle_goes_on_after_a_restart() {
        LoanId loan;
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            ledger.fail(UseLimit.class, true);
            loan = ledger.draw("a", "1000.00", toBank("acct-1"));
            until("waits", () -> ledger.payoutsWaiting() == 1);
        }
        try (var ledger = open()) {
            assertThat(ledger.sagas()).isEqualTo(1);
            ledger.send(new ConfirmDisbursement(DrawdownProcess.disbursementOf(loan), "ref", JANUARY_9), "k1");
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")));
            until("ended", () -> ledger.sagas() == 0 && ledger.reminders() == 0);
        }
    }

    @Test
    void facts_told_again_from_the_beginning_change_nothing() {
        LoanId loan;
        try (var ledger = open()) {
            ledger.openLine("5000.00");
            loan = ledger.draw("a", "1000.00", paidLongAgo());
            until("active", () -> ledger.loan(loan) instanceof Active);
            ledger.repay(loan, "r1", "100.00", JANUARY_9);
            until("released", () -> count(ledger, LimitReleased.class) == 1);
            until("ended", () -> ledger.sagas() == 0);
        }
        forgetTokens();
        try (var ledger = open()) {
            var before = ledger.facts(SmallLedger.LINE.value()).size();
            ledger.draw("b", "10.00", paidLongAgo());
            until("b used", () -> ledger.line().inUse().equals(cny("910.79")) && ledger.sagas() == 0);
            assertThat(ledger.facts(SmallLedger.LINE.value())).hasSize(before + 2);
            assertThat(ledger.disbursementFacts(loan).stream().filter(DisbursementConfirmed.class::isInstance))
                    .hasSize(1);
            assertThat(ledger.parked()).isEmpty();
        }
    }

    private void forgetTokens() {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute("delete from TokenEntry");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private SmallLedger open(String... settings) {
        return SmallLedger.open(database, settings);
    }

    private static String reason(SmallLedger ledger, LoanId loan) {
        return ((Declined) ledger.loan(loan)).reason();
    }

    private static long count(SmallLedger ledger, Class<? extends Fact> kind) {
        return ledger.facts(SmallLedger.LINE.value()).stream()
                .filter(kind::isInstance)
                .count();
    }
}
