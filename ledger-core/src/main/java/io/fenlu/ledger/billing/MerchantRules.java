package io.fenlu.ledger.billing;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.payout.PayoutChannel;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant pays for being paid at once (商户服务费约定).
 *
 * @param serviceFee part of the purchase
 * @param rounding of the fee
 * @param returnedOnRefund whether the fee on what is refunded comes back to the merchant
 * @param payout by which way this ledger pays merchants; none when they are paid elsewhere
 */
public record MerchantRules(
        Fraction serviceFee,
        Rounding rounding,
        boolean returnedOnRefund,
        @Nullable PayoutChannel payout) {
    public MerchantRules {
        if (serviceFee.isMoreThan(Fraction.of("0.5"))) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a service fee is at most half the purchase");
        }
    }

    /** Rules of a book whose merchants are paid elsewhere. */
    public static MerchantRules paidElsewhere(Fraction serviceFee, Rounding rounding, boolean returnedOnRefund) {
        return new MerchantRules(serviceFee, rounding, returnedOnRefund, null);
    }

    /** The same, with merchants paid by a way. */
    public MerchantRules paying(PayoutChannel way) {
        return new MerchantRules(serviceFee, rounding, returnedOnRefund, way);
    }

    /** The service fee on an amount. */
    public Money fee(Money amount) {
        return serviceFee.of(amount).round(rounding);
    }
}
