package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Money;

/** What a bill would have come to, had everything been learned in time (账单重算): the next bill carries the difference. */
public record BillCorrection(
        int bill, Money closingBefore, Money closingAfter, Money minimumBefore, Money minimumAfter) {}
