package io.fenlu.ledger.schedule;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;

/**
 * Instalments at the beginning that ask for less (宽限期), each kind counted from the first instalment.
 *
 * @param principal so many repay no principal (宽限本金); the rest of the plan is spread over the others
 * @param interestDeferred so many charge no interest yet (延付利息): it is all added, without interest on it, to the instalment after
 *     them; principals are as if nothing were deferred
 * @param interestForgiven so many charge no interest at all (免息); principals are as if it were charged
 */
public record Grace(int principal, int interestDeferred, int interestForgiven) {
    public static final Grace NONE = new Grace(0, 0, 0);

    private static final int MOST = 480;

    public Grace {
        if (Math.min(principal, Math.min(interestDeferred, interestForgiven)) < 0
                || Math.max(principal, Math.max(interestDeferred, interestForgiven)) > MOST) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "grace is 0 to " + MOST + " instalments");
        }
        if (interestDeferred > 0 && interestForgiven > 0) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "interest of the first instalments is deferred or forgiven, not both");
        }
    }

    /** Grace on the first principals alone. */
    public static Grace onPrincipal(int instalments) {
        return new Grace(instalments, 0, 0);
    }

    /** How many instalments from this number on still repay no principal. */
    int principalLeft(int number) {
        return Math.max(0, principal - number + 1);
    }

    /** Whether an instalment's interest is put off until after the deferred ones. */
    public boolean defers(int number) {
        return number <= interestDeferred;
    }

    /** Whether an instalment charges no interest. */
    public boolean forgives(int number) {
        return number <= interestForgiven;
    }

    /** Whether interest is deferred or forgiven at all. */
    public boolean easesInterest() {
        return interestDeferred + interestForgiven > 0;
    }

    /**
     * The interest that an instalment really asks for.
     *
     * @param earned in its own period
     * @param deferred of earlier instalments
     * @param last whether none comes after it
     */
    public Money charged(int number, Money earned, Money deferred, boolean last) {
        if (forgives(number)) {
            return earned.zero();
        }
        return defers(number) && !last ? earned.zero() : earned.plus(deferred);
    }
}
