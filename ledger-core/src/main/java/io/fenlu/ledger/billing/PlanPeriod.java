package io.fenlu.ledger.billing;

import io.fenlu.ledger.money.Money;

/** One period of an instalment plan (一期): what falls due with one bill. */
public record PlanPeriod(int number, Money principal, Money fee) {}
