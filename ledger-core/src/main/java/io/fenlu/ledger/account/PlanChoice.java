package io.fenlu.ledger.account;

import io.fenlu.ledger.billing.FeePayer;

/** In how many periods an order is to be paid, and who pays the fee (分期选择). */
public record PlanChoice(int periods, FeePayer payer) {}
