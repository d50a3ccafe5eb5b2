package io.fenlu.ledger.funding;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;

/** One lender's part of an amount, and the kind of debt it belongs to. */
public record FundedAmount(LenderId lender, Bucket bucket, Money amount) {}
