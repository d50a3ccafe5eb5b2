package io.fenlu.ledger.allocation;

/**
 * What is agreed on early repayment beside its effect on the instalments (提前还款约定).
 *
 * @param interest up to which day a sum repaid early pays interest
 * @param laterFees what becomes of fees of instalments still to come when the loan is settled early
 */
public record EarlyRepayment(PrepaymentFee fee, InterestUpTo interest, LaterFees laterFees) {
    /** Free, interest to the day (民法典第六百七十七条), later fees fall away. */
    public static final EarlyRepayment FREE =
            new EarlyRepayment(new PrepaymentFee.Free(), InterestUpTo.THE_DAY, LaterFees.FALL_AWAY);

    /** Up to which day interest is paid. */
    public enum InterestUpTo {
        /** To the day of payment (按实际天数). */
        THE_DAY,
        /** To the end of the running period (按整期). */
        THE_PERIOD_END
    }

    /** What becomes of fees that are not due yet. */
    public enum LaterFees {
        FALL_AWAY,
        /** They are all due at once (剩余手续费一次性收取). */
        STAY_DUE
    }
}
