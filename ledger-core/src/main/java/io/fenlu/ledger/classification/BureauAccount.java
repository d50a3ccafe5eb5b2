package io.fenlu.ledger.classification;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the credit register sees it (征信账户).
 *
 * @param counting how lateness is counted
 * @param ending how it came to an end, if it did
 * @param history absent when nothing is known of its payments
 */
public record BureauAccount(
        LocalDate openedOn,
        Counting counting,
        @Nullable Ending ending,
        @Nullable ArrearsHistory history) {
    private static final int DAYS_PER_UNIT = 30;

    /** How lateness becomes a figure from 1 to 7. */
    public enum Counting {
        /** Loans: thirty days past due for each. */
        DAYS,
        /** Cards: unpaid minimum payments. */
        UNPAID_MINIMUMS
    }

    /** The end of an account. */
    public record Ending(LocalDate on, BureauCode code) {
        private static final Set<BureauCode> ENDS = Set.of(
                BureauCode.SETTLED,
                BureauCode.ENDED_OTHERWISE,
                BureauCode.PAID_BY_GUARANTOR,
                BureauCode.PAID_IN_ASSETS,
                BureauCode.BAD_DEBT);

        public Ending {
            if (!ENDS.contains(code)) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, code + " is no end of an account");
            }
        }
    }

    /**
     * The code of a month as it stands at its end; nothing for the months after an account has ended. A bad debt stays one, month after
     * month.
     */
    public Optional<BureauCode> code(YearMonth month) {
        var end = month.atEndOfMonth();
        if (openedOn.isAfter(end)) {
            return Optional.of(BureauCode.NOT_OPENED);
        }
        if (ending != null && !ending.on().isAfter(end)) {
            return YearMonth.from(ending.on()).equals(month) || ending.code() == BureauCode.BAD_DEBT
                    ? Optional.of(ending.code())
                    : Optional.empty();
        }
        return Optional.of(history == null ? BureauCode.UNKNOWN : lived(history, month));
    }

    private BureauCode lived(ArrearsHistory known, YearMonth month) {
        var arrears = known.on(month.atEndOfMonth());
        var days = arrears.either().daysPastDue();
        if (days > 0) {
            return BureauCode.late(
                    counting == Counting.DAYS ? (days - 1) / DAYS_PER_UNIT + 1 : arrears.unpaidPeriods());
        }
        if (known.wasLateIn(month)) {
            return BureauCode.PAID_LATE_IN_THE_MONTH;
        }
        return known.isDueIn(month) ? BureauCode.NORMAL : BureauCode.NOTHING_DUE;
    }
}
