package io.fenlu.ledger.product;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.BackdatingWindow;
import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.ChargeRules;
import io.fenlu.ledger.billing.GraceRule;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.billing.MerchantRules;
import io.fenlu.ledger.billing.MinimumPaymentRule;
import io.fenlu.ledger.interest.RevolvingRule;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;

/**
 * The terms of a pay-later account (消费信贷条款): a composition of rules, copied whole into the account's first fact.
 *
 * @param product the name of the row, for people and statistics; no rule asks for it
 * @param termsVersion counts from 1 for each product
 * @param engineVersion the arithmetic the account was opened with and is always computed with
 */
public record AccountTerms(
        ProductCode product,
        int termsVersion,
        int engineVersion,
        BillRules bills,
        GraceRule grace,
        MinimumPaymentRule minimum,
        RevolvingRule revolving,
        ChargeRules charges,
        InstalmentRules instalments,
        MerchantRules merchant,
        AllocationOrder allocation,
        BackdatingWindow backdating) {
    /** The arithmetic of this release. */
    public static final int CURRENT_ENGINE = 1;

    public AccountTerms {
        if (termsVersion < 1 || engineVersion < 1 || engineVersion > CURRENT_ENGINE) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "there is no engine of version " + engineVersion);
        }
    }
}
