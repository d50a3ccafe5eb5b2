package io.fenlu.ledger.schedule;

import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what shape a loan is paid back (还款方式). */
public sealed interface RepaymentPlan {
    /**
     * 等额本息: every instalment is the same sum, of which interest takes less and less.
     *
     * @param instalment how the sum is rounded; rounded up, the last instalment is smaller and may fall away
     * @param factors by which the sum is reckoned; absent, each period by its own days
     */
    record EqualInstalment(RoundingRule instalment, RemainderHolder remainder, Annuity.@Nullable Factors factors)
            implements RepaymentPlan {
        public EqualInstalment(RoundingRule instalment, RemainderHolder remainder) {
            this(instalment, remainder, null);
        }
    }

    /** 等额本金: every instalment repays the same principal, and interest on the rest. */
    record EqualPrincipal(RoundingRule principal, RemainderHolder remainder) implements RepaymentPlan {
        public EqualPrincipal {
            requireNotEvened(remainder);
        }
    }

    /** 先息后本: interest each period, the principal with the last. */
    record InterestThenPrincipal() implements RepaymentPlan {}

    /**
     * 随借随还: interest by the day, repaid whenever and in whatever sums the borrower likes. With a term the rest falls due at its
     * end; with a term of 0 it never falls due.
     */
    record OpenEnded() implements RepaymentPlan {}

    /**
     * 前期付息、后期等额本息: interest only for the first periods, then equal instalments. The same as equal instalments with grace on
     * principal.
     *
     * @param interestOnly how many instalments are interest only
     */
    record InterestThenAnnuity(int interestOnly, RoundingRule instalment, RemainderHolder remainder)
            implements RepaymentPlan {
        public InterestThenAnnuity {
            if (interestOnly < 1) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY, "at least one instalment is interest only, or none is");
            }
        }
    }

    /**
     * 气球贷: equal instalments that leave a sum for the end, due with the last of them.
     *
     * @param balloon that sum; a loan that has less left repays no principal before the end
     */
    record Balloon(Money balloon, RoundingRule instalment) implements RepaymentPlan {
        public Balloon {
            if (balloon.isNegative()) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a balloon is not negative");
            }
        }
    }

    /**
     * 等本等息: interest on the whole principal for the whole term, in equal parts, whatever was repaid before.
     *
     * <p>For example 1,250.00 at 15 % over four months in whole yuan: interest 15.62 three times and then 15.64, instalments of 328.00 and
     * a last of 328.50.
     *
     * @param instalment how the sum of one instalment is rounded
     * @param interest how one period's interest is rounded; the total is rounded alike
     * @param remainder who takes what is left of interest and principal, the first or the last
     */
    record FlatInterest(RoundingRule instalment, Rounding interest, RemainderHolder remainder)
            implements RepaymentPlan {
        public FlatInterest {
            requireNotEvened(remainder);
        }
    }

    /**
     * 分期手续费: a fee on the whole principal in equal parts, and no interest. Principal and fee of each period are rounded down, and what
     * is left of both belongs to the holder.
     *
     * <p>For example 5.45 at a fee of 2.3 % in three: principal 1.83, 1.81, 1.81 and fee 0.05, 0.04, 0.04. Source of the pay-later
     * convention (half even, remainder on the first): https://opendocs.alipay.com/open/277/105952.
     *
     * @param fee of the principal, for the whole term
     * @param total how the whole fee is rounded
     */
    record FlatFee(Fraction fee, Rounding total, RemainderHolder remainder) implements RepaymentPlan {
        public FlatFee {
            requireNotEvened(remainder);
        }
    }

    /**
     * 按季节还本: principal in parts by weight, for a business whose money comes in seasons. Weights repeat from the beginning when there are
     * more instalments.
     *
     * @param weights one per instalment, whole numbers of at least 0, not all of them 0
     */
    record Seasonal(List<Integer> weights, RoundingRule principal) implements RepaymentPlan {
        public Seasonal {
            weights = List.copyOf(weights);
            if (weights.stream().anyMatch(weight -> weight < 0 || weight > 1_000_000)
                    || weights.stream().mapToInt(Integer::intValue).sum() == 0
                    || weights.size() > 480) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY, "weights are 0 to 1,000,000, at least one of them above 0");
            }
        }
    }

    /**
     * 自由还款计划: dates and principals as agreed on one by one, and interest on what is owed.
     *
     * @param rows in the order of their dates; their principals sum to the loan
     */
    record FreeForm(List<FreeRow> rows) implements RepaymentPlan {
        public FreeForm {
            rows = List.copyOf(rows);
            for (int k = 1; k < rows.size(); k++) {
                if (!rows.get(k).dueOn().isAfter(rows.get(k - 1).dueOn())) {
                    throw new InvalidValue(
                            ValueRefusal.SCHEDULE_DOES_NOT_ADD_UP, "each due date lies after the one before");
                }
            }
            if (rows.isEmpty() || rows.stream().anyMatch(row -> row.principal().isNegative())) {
                throw new InvalidValue(
                        ValueRefusal.SCHEDULE_DOES_NOT_ADD_UP, "there are rows, and none repays less than nothing");
            }
        }
    }

    /**
     * A row as agreed on.
     *
     * @param interest if it was agreed on as well; absent, it is reckoned
     */
    record FreeRow(
            LocalDate dueOn, Money principal, @Nullable Money interest) {}

    private static void requireNotEvened(RemainderHolder remainder) {
        if (remainder == RemainderHolder.EVENED) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "equal parts of principal cannot be evened; the first or the last takes the remainder");
        }
    }
}
