package io.fenlu.ledger.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered: amounts are decimals in the currency of the loan.
 *
 * @param status for example {@code active}; {@code not-paid-out} before the first money
 * @param schedule all instalments, paid ones included
 * @param allocations one per event, in the order of the file
 */
record Answer(
        LocalDate asOf,
        String currency,
        String status,
        Terms loan,
        List<Row> schedule,
        List<Allocation> allocations,
        @Nullable Balances balances,
        @Nullable Lateness arrears,
        @Nullable Classes classification,
        Totals totals,
        List<Cost> annualCosts,
        @Nullable Table costTable) {

    /**
     * The loan in short.
     *
     * @param unroundedInstalment of equal instalments: the sum before it was rounded, to eight decimals
     */
    record Terms(
            String product,
            int engine,
            String principal,
            LocalDate paidOutOn,
            String rate,
            String per,
            @Nullable String annualPercent,
            @Nullable String unroundedInstalment) {}

    /**
     * One instalment.
     *
     * @param days calendar days of its interest period
     * @param factor what 1 grows by in it, by the terms alone, to twelve decimals
     * @param principal as it was lived: with what was repaid early in the period
     * @param due the sum of principal, interest and fees
     * @param balance principal that is not due after it: on its due date when that has come, as planned before
     * @param billed as it was billed or will be
     * @param paid what was paid of it, and when
     */
    record Row(
            int number,
            LocalDate from,
            LocalDate dueOn,
            long days,
            @Nullable String factor,
            String principal,
            String interest,
            String fees,
            String due,
            String balance,
            Billed billed,
            Paid paid) {}

    /** An instalment as it was billed or will be. */
    record Billed(String principal, String interest, String fees, String due, String balance) {}

    /**
     * What was paid of an instalment.
     *
     * @param prepaid principal repaid early in its period
     * @param total with what was prepaid, and with penalty
     * @param late paid after the due date
     * @param penalty grown and not paid
     * @param outstanding what is still to be paid of it, penalty included
     * @param on the day on which all of it was paid
     */
    record Paid(
            String state,
            String principal,
            String interest,
            String fees,
            String penaltyPaid,
            String prepaid,
            String total,
            String late,
            String penalty,
            String outstanding,
            @Nullable LocalDate on) {}

    /**
     * What an event did.
     *
     * @param lines as it is known now
     * @param linesAtFirst when a later event changed them: what they were
     * @param balances on the event's own day, when it was learned
     * @param cut what the caps took off this charge or payment, where its fact says so
     * @param became settled, reopened or closed, when it became that
     */
    record Allocation(
            String event,
            String kind,
            LocalDate on,
            @Nullable String amount,
            List<Line> lines,
            @Nullable List<Line> linesAtFirst,
            Map<String, String> sums,
            String credit,
            @Nullable Balances balances,
            @Nullable String cut,
            List<String> corrected,
            @Nullable String became) {}

    /** A debt that was healed; instalment 0 is principal that was not due yet. */
    record Line(int instalment, String bucket, String amount) {}

    /**
     * What is owed at the end of a day.
     *
     * @param earlyCost what settling before everything is due costs on top; in the pay-off
     * @param cut what the caps of the loan took off its charges so far; none where nothing was cut
     */
    record Balances(
            String principal,
            String principalNotDue,
            String principalDue,
            String interestDue,
            String interestAccrued,
            String penalty,
            String fees,
            String credit,
            String due,
            String earlyCost,
            String payoff,
            @Nullable String cut) {}

    /** How late it is. */
    record Lateness(
            int daysPastDue,
            Count either,
            Count principal,
            Count interest,
            int unpaidPeriods,
            int consecutiveUnpaid,
            int unpaidEver,
            String overduePrincipal,
            String overdueInterest) {}

    /** How long, in days. */
    record Count(int daysPastDue, int consecutive, int cumulative) {}

    /**
     * In which class it is.
     *
     * @param loans by the rules for loans
     * @param cards by the rules for cards
     * @param stage of impairment, 1 to 3
     * @param monthCode of the credit register for the month of the day, as at its end were nothing to follow; absent after the end
     */
    record Classes(
            String loans, String cards, int stage, @Nullable String monthCode) {}

    /** Sums over the schedule and over the events. */
    record Totals(String principal, String interest, String fees, String due, String paid, String outstanding) {}

    /** What it costs in a year, by a named method, in per cent. */
    record Cost(String method, String percent) {}

    /** The table that a borrower would confirm. */
    record Table(List<Item> items, String hash, boolean withinCaps) {}

    /** One thing to be paid. */
    record Item(
            String code,
            String payee,
            String basis,
            @Nullable String amount,
            boolean contingent) {}
}
