package io.fenlu.ledger.schedule;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.RoundingRule;

/** In what shape a loan is paid back (还款方式). */
public sealed interface RepaymentPlan {
    /**
     * 等额本息: every instalment is the same sum, of which interest takes less and less.
     *
     * @param instalment how the sum is rounded; rounded up, the last instalment is smaller and may fall away
     */
    record EqualInstalment(RoundingRule instalment, RemainderHolder remainder) implements RepaymentPlan {}

    /** 等额本金: every instalment repays the same principal, and interest on the rest. */
    record EqualPrincipal(RoundingRule principal, RemainderHolder remainder) implements RepaymentPlan {
        public EqualPrincipal {
            if (remainder == RemainderHolder.EVENED) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY,
                        "equal parts of principal cannot be evened; the first or the last takes the remainder");
            }
        }
    }

    /** 先息后本: interest each period, the principal with the last. */
    record InterestThenPrincipal() implements RepaymentPlan {}

    /**
     * 随借随还: interest by the day, repaid whenever and in whatever sums the borrower likes. With a term the rest falls due at its
     * end; with a term of 0 it never falls due.
     */
    record OpenEnded() implements RepaymentPlan {}
}
