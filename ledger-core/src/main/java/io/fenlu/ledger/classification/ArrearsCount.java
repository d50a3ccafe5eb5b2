package io.fenlu.ledger.classification;

/**
 * How long something has been overdue, in days at the end of a day (逾期天数).
 *
 * @param daysPastDue since the due date of the oldest that is unpaid; 0 when nothing is overdue
 * @param consecutive days on end up to that day on which something was overdue, whichever it was (连续逾期天数)
 * @param cumulative all days of the loan's life on which something was overdue (累计逾期天数)
 */
public record ArrearsCount(int daysPastDue, int consecutive, int cumulative) {}
