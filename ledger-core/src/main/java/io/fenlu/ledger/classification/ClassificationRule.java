package io.fenlu.ledger.classification;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;

/**
 * From how many days past due a claim is in which class at least (逾期天数分类标准), and what lets a bad one rise again.
 *
 * @param inForceFrom the day from which this rule counts
 * @param specialMention first day past due of that class; the following likewise
 * @param paidPeriodsToRise after all arrears are paid, so many obligations on end have to be paid in time before a bad loan is a good one
 */
public record ClassificationRule(
        LocalDate inForceFrom, int specialMention, int substandard, int doubtful, int loss, int paidPeriodsToRise) {
    public ClassificationRule {
        if (specialMention < 1 || substandard <= specialMention || doubtful <= substandard || loss <= doubtful) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "each class begins later than the one before");
        }
        if (paidPeriodsToRise < 0 || paidPeriodsToRise > 12) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "0 to 12 paid periods let a loan rise");
        }
    }

    /** The best class that so many days past due allow. */
    public FiveClass floor(int daysPastDue) {
        if (daysPastDue >= loss) {
            return FiveClass.LOSS;
        }
        if (daysPastDue >= doubtful) {
            return FiveClass.DOUBTFUL;
        }
        if (daysPastDue >= substandard) {
            return FiveClass.SUBSTANDARD;
        }
        return daysPastDue >= specialMention ? FiveClass.SPECIAL_MENTION : FiveClass.NORMAL;
    }
}
