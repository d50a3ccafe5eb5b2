package io.fenlu.ledger.product;

import io.fenlu.ledger.allocation.BackdatingWindow;
import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.allocation.StagedOrder;
import io.fenlu.ledger.calendar.DueDateRule;
import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Grace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The further terms of a product (其他条款): each has a plain value under which a loan behaves as if nothing were said.
 *
 * @param rate how the rate moves; absent, the agreed rate is fixed
 * @param dueDates on which days the loan falls due
 * @param grace instalments at the beginning that ask for less
 * @param days to which night a day belongs when a rate changes
 * @param late beside penalty interest
 * @param early beside the effect on instalments
 * @param allocationByStage absent, the terms' one order heals everything
 * @param backdating how late a fact may be learned
 * @param charges beside interest, all of them
 * @param caps what the loan may cost at most
 * @param coolingOffDays so many days after the payout the borrower may give the loan back (冷静期); absent, none
 */
public record Conditions(
        @Nullable RateRule rate,
        DueDateRule dueDates,
        Grace grace,
        DayConvention days,
        LateRule late,
        EarlyRepayment early,
        @Nullable StagedOrder allocationByStage,
        BackdatingWindow backdating,
        List<ChargeRule> charges,
        CostCaps caps,
        @Nullable Integer coolingOffDays) {
    private static final int LONGEST_COOLING_OFF = 90;

    /** As if nothing were said. */
    public static final Conditions PLAIN = new Conditions(
            null,
            DueDateRule.PLAIN,
            Grace.NONE,
            DayConvention.FIRST_DAY_COUNTS,
            LateRule.PLAIN,
            EarlyRepayment.FREE,
            null,
            BackdatingWindow.WIDE,
            List.of(),
            CostCaps.NONE,
            null);

    public Conditions {
        charges = List.copyOf(charges);
        if (coolingOffDays != null && (coolingOffDays < 0 || coolingOffDays > LONGEST_COOLING_OFF)) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a cooling-off period is 0 to 90 days");
        }
    }

    /** The same with another rule for the rate. */
    public Conditions with(RateRule other) {
        return new Conditions(
                other,
                dueDates,
                grace,
                days,
                late,
                early,
                allocationByStage,
                backdating,
                charges,
                caps,
                coolingOffDays);
    }

    /** The same with other due dates. */
    public Conditions with(DueDateRule other) {
        return new Conditions(
                rate, other, grace, days, late, early, allocationByStage, backdating, charges, caps, coolingOffDays);
    }

    /** The same with other grace. */
    public Conditions with(Grace other) {
        return new Conditions(
                rate, dueDates, other, days, late, early, allocationByStage, backdating, charges, caps, coolingOffDays);
    }

    /** The same with another convention of days. */
    public Conditions with(DayConvention other) {
        return new Conditions(
                rate,
                dueDates,
                grace,
                other,
                late,
                early,
                allocationByStage,
                backdating,
                charges,
                caps,
                coolingOffDays);
    }

    /** The same with another rule for lateness. */
    public Conditions with(LateRule other) {
        return new Conditions(
                rate,
                dueDates,
                grace,
                days,
                other,
                early,
                allocationByStage,
                backdating,
                charges,
                caps,
                coolingOffDays);
    }

    /** The same with other charges. */
    public Conditions with(List<ChargeRule> other) {
        return new Conditions(
                rate, dueDates, grace, days, late, early, allocationByStage, backdating, other, caps, coolingOffDays);
    }

    /** The same with another rule for repaying early. */
    public Conditions with(EarlyRepayment other) {
        return new Conditions(
                rate, dueDates, grace, days, late, other, allocationByStage, backdating, charges, caps, coolingOffDays);
    }

    /** The same with other caps. */
    public Conditions with(CostCaps other) {
        return new Conditions(
                rate,
                dueDates,
                grace,
                days,
                late,
                early,
                allocationByStage,
                backdating,
                charges,
                other,
                coolingOffDays);
    }

    /** The same with so many days in which the loan may be given back. */
    public Conditions coolingOff(int daysAfterPayout) {
        return new Conditions(
                rate,
                dueDates,
                grace,
                days,
                late,
                early,
                allocationByStage,
                backdating,
                charges,
                caps,
                daysAfterPayout);
    }
}
