package io.fenlu.ledger.classification;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import org.jspecify.annotations.Nullable;

/**
 * From how many days past due a loan is in which stage of impairment (减值三阶段). Both presumptions can be rebutted, with a reason.
 *
 * <p>Source: IFRS 9, 5.5.11 (more than 30 days) and B5.5.37 (90 days); 企业会计准则第22号.
 *
 * @param secondFrom first day past due of stage two; 31 unless rebutted
 * @param thirdFrom first day past due of stage three; 91 unless rebutted
 * @param rebuttedBecause why a presumption does not hold; needed when a number is another
 */
public record StagingRule(
        int secondFrom, int thirdFrom, @Nullable String rebuttedBecause) {
    /** More than 30 days, more than 90 days. */
    public static final StagingRule PRESUMED = new StagingRule(31, 91, null);

    public StagingRule {
        if (secondFrom < 1 || thirdFrom <= secondFrom) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "stage three begins later than stage two");
        }
        var presumed = secondFrom == 31 && thirdFrom == 91;
        if (!presumed && (rebuttedBecause == null || rebuttedBecause.isBlank())) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a presumption is rebutted with a reason");
        }
    }

    /**
     * The stage of a loan.
     *
     * @param riskClass a bad loan is in stage three, whatever its days past due (a cured one on trial, for example)
     */
    public ImpairmentStage stage(int daysPastDue, FiveClass riskClass) {
        if (daysPastDue >= thirdFrom || riskClass.isNonPerforming()) {
            return ImpairmentStage.THREE;
        }
        return daysPastDue >= secondFrom ? ImpairmentStage.TWO : ImpairmentStage.ONE;
    }
}
