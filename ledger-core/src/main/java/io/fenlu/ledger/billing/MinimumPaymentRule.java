package io.fenlu.ledger.billing;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.RoundingRule;
import org.jspecify.annotations.Nullable;

/**
 * How the least payment of a bill is reckoned (最低还款额约定): a part of what may revolve, and the whole of instalments due, unpaid
 * earlier minimums, what is above the limit, fees and interest.
 *
 * @param part of the purchases
 * @param floor the least that is asked for, if so much is owed; none for no floor
 * @param rounding of the sum
 */
public record MinimumPaymentRule(Fraction part, @Nullable Money floor, RoundingRule rounding) {
    public MinimumPaymentRule {
        if (part.isMoreThan(Fraction.of("1")) || (floor != null && floor.isNegative())) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a least payment is at most the whole bill");
        }
    }

    /**
     * The least payment of a bill.
     *
     * @param closing what the bill comes to
     * @param instalments periods that fall due with it
     * @param earlier unpaid of earlier minimums
     * @param overLimit owed above the limit
     * @param charges fees and interest of the bill
     */
    public MinimumPayment of(Money closing, Money instalments, Money earlier, Money overLimit, Money charges) {
        if (!closing.isPositive()) {
            return MinimumPayment.nothing(closing);
        }
        var rest = closing;
        var old = earlier.min(rest);
        rest = rest.minus(old);
        var fees = charges.min(rest);
        rest = rest.minus(fees);
        var periods = instalments.min(rest);
        rest = rest.minus(periods);
        var over = overLimit.min(rest);
        rest = rest.minus(over);
        var revolving = part.of(rest).round(rounding).min(rest);
        var sum = old.plus(fees).plus(periods).plus(over).plus(revolving);
        var total = sum.exact().round(rounding);
        total = floor == null ? total : total.max(floor);
        return new MinimumPayment(revolving, periods, old, over, fees, total.min(closing));
    }
}
