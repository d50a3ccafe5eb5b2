package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.loan.LoanCommand.ChargeOffLoan;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 1,200.00 at 12 % a year over three months from 1 January 2024: the last order that is obeyed, and the next that is refused. */
class JustAllowedTest {
    private record Edge(
            String name, List<LoanCommand> before, LoanCommand allowed, LoanCommand beyond, Refusal refusal) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Edge> edges() {
        return Stream.concat(money(), agreedAnew());
    }

    private static Stream<Edge> money() {
        var writtenOff = List.of(chargeOff(1, "2024-02-01"));
        return Stream.of(
                edge(
                        "a recovery of the whole claim",
                        writtenOff,
                        recover(2, "1212.00", "2024-03-01"),
                        recover(2, "1212.01", "2024-03-01"),
                        LoanRefusal.RECOVERY_EXCEEDS_CLAIM),
                edge(
                        "fees of as much as the principal",
                        List.of(),
                        fee(1, "1200.00", "2024-01-10"),
                        fee(1, "1200.01", "2024-01-10"),
                        LoanRefusal.CHARGES_EXCEED_PRINCIPAL),
                edge(
                        "giving up all interest there is",
                        List.of(),
                        waive(1, Bucket.INTEREST, "12.00", "2024-02-01"),
                        waive(1, Bucket.INTEREST, "12.01", "2024-02-01"),
                        LoanRefusal.WAIVER_EXCEEDS_DEBT),
                edge(
                        "giving up all interest of a written-off claim",
                        writtenOff,
                        waive(2, Bucket.INTEREST, "12.00", "2024-03-01"),
                        waive(2, Bucket.INTEREST, "12.01", "2024-03-01"),
                        LoanRefusal.WAIVER_EXCEEDS_DEBT),
                edge(
                        "giving the loan back on the fifteenth day",
                        List.of(),
                        withdraw(1, "1200.00", true, "2024-01-16"),
                        withdraw(1, "1200.00", true, "2024-01-17"),
                        LoanRefusal.COOLING_OFF_OVER));
    }

    private static Stream<Edge> agreedAnew() {
        return Stream.of(
                edge(
                        "a first due date a year and a month from today",
                        List.of(),
                        reschedule("2025-03-16"),
                        reschedule("2025-03-17"),
                        LoanRefusal.FIRST_DUE_DATE_OUT_OF_RANGE),
                edge(
                        "a first due date tomorrow",
                        List.of(),
                        reschedule("2024-02-17"),
                        reschedule("2024-02-16"),
                        LoanRefusal.FIRST_DUE_DATE_OUT_OF_RANGE),
                edge(
                        "480 instalments in all",
                        List.of(),
                        extend(477),
                        extend(478),
                        LoanRefusal.INSTALMENTS_OUT_OF_RANGE),
                edge("one instalment more", List.of(), extend(1), extend(0), LoanRefusal.INSTALMENTS_OUT_OF_RANGE),
                edge(
                        "re-aging on the first day past due",
                        List.of(),
                        reAge("2024-02-02"),
                        reAge("2024-02-01"),
                        LoanRefusal.NOTHING_OVERDUE),
                edge(
                        "a reason of two hundred characters",
                        List.of(),
                        writeOff("x".repeat(200)),
                        writeOff("x".repeat(201)),
                        LoanRefusal.REASON_MALFORMED),
                edge(
                        "a price of nothing for a debt that is sold",
                        List.of(),
                        sell(1, "0.00", "2024-02-01"),
                        sell(1, "-0.01", "2024-02-01"),
                        LoanRefusal.ENTRY_NOT_POSITIVE),
                edge(
                        "a payment that settles the loan",
                        List.of(),
                        repay(1, "1212.00", "2024-02-01"),
                        repay(1, "1212.01", "2024-02-01"),
                        LoanRefusal.AMOUNT_EXCEEDS_PAYOFF));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void the_edge_is_obeyed_and_what_lies_beyond_it_is_refused_by_name(Edge edge) {
        var terms = TermsRow.equalPrincipal().conditions(LETTERS).terms();
        var story = LoanStory.of(agreement(terms, "1200.00", "0.12", 3), "2024-01-01");
        edge.before.forEach(story::obey);
        story.refuses(edge.beyond, edge.refusal);
        assertThat(story.decide(edge.allowed)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void credit_goes_back_up_to_what_is_held() {
        var terms = TermsRow.equalPrincipal()
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .terms();
        var story = LoanStory.of(agreement(terms, "1200.00", "0.12", 3), "2024-01-01");
        story.obey(repay(1, "1262.00", "2024-02-01"));
        story.refuses(giveBack(2, "50.01", "2024-02-02"), LoanRefusal.RETURN_EXCEEDS_CREDIT);
        story.obey(giveBack(2, "50.00", "2024-02-02"));
        assertThat(story.standing("2024-02-02").balances().credit()).isEqualTo(yuan("0.00"));
    }

    private static Edge edge(
            String name, List<LoanCommand> before, LoanCommand allowed, LoanCommand beyond, Refusal refusal) {
        return new Edge(name, before, allowed, beyond, refusal);
    }

    private static LoanCommand reschedule(String firstDueOn) {
        var measure = new RestructuringMeasure.Reschedule(2, LocalDate.parse(firstDueOn), null);
        return restructure(1, measure, AccruedInterest.KEEP, "2024-02-16");
    }

    private static LoanCommand extend(int instalments) {
        return restructure(1, new RestructuringMeasure.Extend(instalments), AccruedInterest.KEEP, "2024-01-10");
    }

    private static LoanCommand reAge(String on) {
        return restructure(1, new RestructuringMeasure.ReAge(), AccruedInterest.KEEP, on);
    }

    private static LoanCommand writeOff(String reason) {
        return new ChargeOffLoan(
                LOAN, new LoanEntry.ChargeOff(id(1), reason, "committee-1", LocalDate.parse("2024-02-01")));
    }
}
