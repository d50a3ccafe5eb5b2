package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.interest.IndexHistory;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of terms: one loan and the rules it was agreed under.
 *
 * @param rate may be left out where the plan itself says what the loan costs
 * @param instalments may be left out where due dates or rows are counted, and for an open-ended loan that never falls due
 * @param dueDates all of them one by one
 * @param index values of an index that does not come with the ledger
 * @param payments all payments one by one; then nothing is reckoned but what the loan costs in a year
 * @param unitPeriod of the actuarial method, when payments are given; absent, the interval that most of them keep
 */
record LoanPaper(
        Money principal,
        LocalDate paidOutOn,
        @Nullable Rate rate,
        @Nullable Integer instalments,
        @Nullable LocalDate firstDueOn,
        @Nullable List<LocalDate> dueDates,
        ProductTerms terms,
        @Nullable IndexHistory index,
        @Nullable List<PaymentRun> payments,
        @Nullable Interval unitPeriod) {

    /**
     * Payments of one sum in one rhythm.
     *
     * @param first the day of the first of them
     * @param every needed when there is more than one
     */
    record PaymentRun(
            int count,
            Money amount,
            LocalDate first,
            @Nullable Interval every) {}

    /** For example every 2 weeks, or every half month. */
    record Interval(int every, Unit unit) {}

    /** What is counted between payments. */
    enum Unit {
        DAY,
        WEEK,
        /** Two to a month: the same day and fifteen days later. */
        HALF_MONTH,
        MONTH,
        YEAR
    }
}
