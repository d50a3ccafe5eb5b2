package io.fenlu.ledger.billing;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/**
 * When an account is billed, and when not (出账规则).
 *
 * @param billDay to which bill the bill day itself belongs
 * @param quietMonths whether a month without movement and without a balance has a bill
 * @param creditBalances whether a month without movement has a bill when only credit is held
 * @param smallBalance a bill of at most so much asks for nothing; what it holds stays in the account and joins the next
 * @param closing what becomes of an account that is closed in the middle of a cycle
 */
public record BillRules(
        BillDay billDay, boolean quietMonths, boolean creditBalances, Money smallBalance, Closing closing) {
    /** To which bill the bill day itself belongs. */
    public enum BillDay {
        /** The bill is cut in the morning: what is bought on the bill day is on the next one. */
        OPENS_THE_NEXT,
        /** The bill is cut in the evening: what is bought on the bill day is on it. */
        CLOSES_THIS
    }

    /** What becomes of an account that is closed in the middle of a cycle. */
    public enum Closing {
        /** The last bill is cut in the evening of that day. */
        BILL_AT_ONCE,
        /** The last bill comes on its ordinary day. */
        BILL_WITH_THE_CYCLE
    }

    public BillRules {
        if (smallBalance.isNegative()) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a small balance is not less than nothing");
        }
    }

    /** The morning of which a bill of a day is cut. */
    public LocalDate cutOn(LocalDate billedOn) {
        return cutOn(billDay, billedOn);
    }

    /** The day of the bill that is cut in a morning. */
    public LocalDate billedWhenCut(LocalDate morning) {
        return billedWhenCut(billDay, morning);
    }

    /** The morning of which a bill of a day is cut, by one of the rules. */
    public static LocalDate cutOn(BillDay rule, LocalDate billedOn) {
        return rule == BillDay.OPENS_THE_NEXT ? billedOn : billedOn.plusDays(1);
    }

    /** The day of the bill that is cut in a morning, by one of the rules. */
    public static LocalDate billedWhenCut(BillDay rule, LocalDate morning) {
        return rule == BillDay.OPENS_THE_NEXT ? morning : morning.minusDays(1);
    }
}
