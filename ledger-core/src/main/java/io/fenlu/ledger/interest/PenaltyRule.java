package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import java.math.BigDecimal;

/** What being late costs (罚息). */
public sealed interface PenaltyRule {
    /** Lateness costs nothing. */
    record NoPenalty() implements PenaltyRule {
        @Override
        public int graceDays() {
            return 0;
        }
    }

    /**
     * What is overdue bears a multiple of the contract rate in place of it, from the due date until it is paid.
     *
     * @param multiple of the contract rate, 1.3 to 1.5 in China (银发〔2003〕251号), at most 2.0
     * @param dayCount how late days are counted; calendar days, so never EQUAL_PERIODS
     * @param graceDays paid within so many days after the due date, lateness costs nothing; later, it counts from the due date
     * @param rounding of the sum for one instalment since its due date, so that no day is rounded by itself
     */
    record PenaltyMultiple(BigDecimal multiple, Base base, DayCount dayCount, int graceDays, Rounding rounding)
            implements PenaltyRule {
        public PenaltyMultiple {
            if (multiple.signum() <= 0
                    || multiple.compareTo(BigDecimal.TWO) > 0
                    || multiple.stripTrailingZeros().scale() > 6) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY,
                        "a penalty is more than 0 and at most 2 times the contract rate");
            }
            if (dayCount == DayCount.EQUAL_PERIODS) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY,
                        "late days are calendar days; EQUAL_PERIODS does not count them");
            }
            if (graceDays < 0 || graceDays > 90) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "grace is 0 to 90 days");
            }
        }
    }

    /**
     * What is overdue bears a rate of its own, whatever the contract rate is, from the due date until it is paid: 0.05 % a day on bills of
     * interest-free purchases.
     *
     * @param dayCount how late days are counted; calendar days, so never EQUAL_PERIODS
     * @param graceDays paid within so many days after the due date, lateness costs nothing; later, it counts from the due date
     * @param rounding of each day, or of the sum for one instalment since its due date
     */
    record PenaltyRate(Rate rate, Base base, DayCount dayCount, int graceDays, InterestRounding rounding)
            implements PenaltyRule {
        public PenaltyRate {
            if (dayCount == DayCount.EQUAL_PERIODS || (rate.per() == Rate.Per.DAY && dayCount.fixedYear() == 0)) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY,
                        "late days are calendar days, and a daily rate needs a year of fixed days");
            }
            if (graceDays < 0 || graceDays > 90) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "grace is 0 to 90 days");
            }
        }
    }

    /** What of an overdue instalment bears penalty. */
    enum Base {
        PRINCIPAL,
        PRINCIPAL_AND_INTEREST
    }

    /**
     * Penalty on an overdue instalment's unpaid principal and interest over some days, unrounded.
     *
     * @param late the days to count
     * @param sinceDue the due date up to the end of those days
     */
    default ExactMoney over(DateSpan late, DateSpan sinceDue, Money principal, Money interest, Rate contract) {
        return switch (this) {
            case NoPenalty _ -> ExactMoney.zero(principal.currency());
            case PenaltyMultiple penalty -> {
                var base = penalty.base == Base.PRINCIPAL ? principal : principal.plus(interest);
                var rule = new InterestRule(
                        contract, penalty.dayCount, Frequency.MONTHLY, new InterestRounding.Carried(penalty.rounding));
                yield rule.over(late, sinceDue, base, penalty.multiple);
            }
            case PenaltyRate penalty -> {
                var base = penalty.base == Base.PRINCIPAL ? principal : principal.plus(interest);
                yield new InterestRule(penalty.rate, penalty.dayCount, Frequency.MONTHLY, penalty.rounding)
                        .over(late, sinceDue, base);
            }
        };
    }

    /** How lateness is charged, in one line. */
    default String inWords() {
        return switch (this) {
            case NoPenalty _ -> "nothing";
            case PenaltyMultiple penalty ->
                penalty.multiple.toPlainString() + " times the contract rate on what is overdue";
            case PenaltyRate penalty -> penalty.rate.inWords() + " on what is overdue";
        };
    }

    /** Days after the due date within which a payment makes lateness free. */
    int graceDays();

    /** How the penalty of an instalment becomes whole. */
    default Rounding roundedBy() {
        return switch (this) {
            case NoPenalty _ -> Rounding.HALF_UP;
            case PenaltyMultiple penalty -> penalty.rounding;
            case PenaltyRate penalty -> penalty.rounding.rounding();
        };
    }

    /** The same rule when the money was used against its purpose (挪用): the multiple is another, at most 2.0; a rate of its own stays. */
    default PenaltyRule misused(BigDecimal multiple) {
        return switch (this) {
            case PenaltyMultiple penalty ->
                new PenaltyMultiple(
                        multiple.max(penalty.multiple),
                        penalty.base,
                        penalty.dayCount,
                        penalty.graceDays,
                        penalty.rounding);
            case NoPenalty _, PenaltyRate _ -> this;
        };
    }
}
