package io.fenlu.ledger.billing;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;

/**
 * What a merchant pays for being paid at once (商户服务费约定).
 *
 * @param serviceFee part of the purchase
 * @param rounding of the fee
 * @param returnedOnRefund whether the fee on what is refunded comes back to the merchant
 */
public record MerchantRules(Fraction serviceFee, Rounding rounding, boolean returnedOnRefund) {
    public MerchantRules {
        if (serviceFee.isMoreThan(Fraction.of("0.5"))) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a service fee is at most half the purchase");
        }
    }

    /** The service fee on an amount. */
    public Money fee(Money amount) {
        return serviceFee.of(amount).round(rounding);
    }
}
