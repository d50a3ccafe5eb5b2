package io.fenlu.ledger.classification;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/**
 * How late a loan is at the end of a day (逾期情况): for principal, for interest, and for either.
 *
 * @param unpaidPeriods obligations that are overdue now
 * @param consecutiveUnpaid of the latest obligations, how many on end are overdue (连续欠款期数)
 * @param unpaidEver obligations that were ever overdue (累计欠款期数)
 * @param overduePrincipal what is overdue of principal
 * @param overdueInterest what is overdue of interest
 */
public record Arrears(
        LocalDate on,
        ArrearsCount either,
        ArrearsCount principal,
        ArrearsCount interest,
        int unpaidPeriods,
        int consecutiveUnpaid,
        int unpaidEver,
        Money overduePrincipal,
        Money overdueInterest) {}
