package io.fenlu.ledger.allocation;

import io.fenlu.ledger.money.Money;

/** Something owed: one bucket of one instalment. */
public record Debt(int instalment, Bucket bucket, Money amount) {}
