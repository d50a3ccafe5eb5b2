package io.fenlu.ledger.interest;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;

/**
 * What happens beside penalty interest when a loan is late or its money misused (逾期及挪用约定).
 *
 * @param contractInterest what the contract rate does on overdue principal
 * @param compounding whether unpaid penalty bears penalty itself (复利)
 * @param misuseMultiple of the contract rate when the money was used against its purpose: 1.5 to 2.0 in China (银发〔2003〕251号)
 * @param fee for each late instalment
 */
public record LateRule(
        ContractInterest contractInterest, Compounding compounding, BigDecimal misuseMultiple, LateFee fee) {
    /** Penalty in place of interest, simple; misuse costs twice the contract rate. */
    public static final LateRule PLAIN = new LateRule(
            ContractInterest.REPLACED_BY_PENALTY, Compounding.NONE, BigDecimal.TWO, new LateFee.NoLateFee());

    /** What the contract rate does on principal that is overdue. */
    public enum ContractInterest {
        /** It stops, and the penalty rate takes its place: overdue money bears the penalty multiple and nothing else. */
        REPLACED_BY_PENALTY,
        /**
         * It goes on, and what it earns falls due with the instalment of the period in which it is earned; a penalty rule comes on top.
         * A loan never paid at 7 % a year owes 0.58 on 100.00 each month, however much of it is overdue.
         */
        GOES_ON
    }

    /** Whether penalty that was not paid bears penalty. */
    public enum Compounding {
        /** Never: penalty is simple. */
        NONE,
        /** One interest period after another from the instalment's due date, penalty unpaid so far joins what bears penalty. */
        EACH_DUE_DATE,
        /** On every day: penalty of a day, rounded, bears penalty from the next. */
        EACH_DAY
    }

    public LateRule {
        if (misuseMultiple.compareTo(BigDecimal.ONE) < 0
                || misuseMultiple.compareTo(BigDecimal.TWO) > 0
                || misuseMultiple.stripTrailingZeros().scale() > 6) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY, "misuse costs 1 to 2 times the contract rate, with 6 decimals");
        }
    }

    /**
     * What bears penalty.
     *
     * @param overdue of the instalment, as the penalty rule takes it
     * @param penalty unpaid and, by the compounding rule, old enough to bear penalty
     */
    public Money bearing(Money overdue, Money penalty) {
        return compounding == Compounding.NONE ? overdue : overdue.plus(penalty);
    }
}
