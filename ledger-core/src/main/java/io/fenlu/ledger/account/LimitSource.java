package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.CreditLineId;

/** Where an account's limit comes from (额度来源). */
public sealed interface LimitSource {
    /** The account has a limit of its own. */
    record Own() implements LimitSource {}

    /** A credit line set a part of its limit aside for the account. */
    record OfCreditLine(CreditLineId creditLineId) implements LimitSource {}
}
