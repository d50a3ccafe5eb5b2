package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.InstalmentPlan;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.account.AccountReading.KnownOnDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An order or a bill that is paid in periods, with the periods that have not fallen due.
 *
 * @param planId of the purchase or the conversion that made it
 * @param ofBill the number of the bill it was made of; 0 when it was made of an order
 * @param feeBilled fees that fell due so far
 */
@Schema(name = "InstalmentPlan")
public record PlanShown(
        @JsonProperty("plan_id") UUID planId,
        @JsonProperty("of_bill") int ofBill,
        Amount principal,
        Amount fee,
        @JsonProperty("fee_billed") Amount feeBilled,
        List<Period> periods) {
    /**
     * One period.
     *
     * @param withBill the number of the bill that it falls due with
     */
    @Schema(name = "PlanPeriod")
    public record Period(
            int number, @JsonProperty("with_bill") int withBill, Amount principal, Amount fee) {}

    static List<PlanShown> of(KnownOnDay known) {
        var standing = AccountStanding.of(known.account(), known.day());
        return standing.plans().stream().map(plan -> of(plan, standing.cycle())).toList();
    }

    private static PlanShown of(InstalmentPlan plan, int nextBill) {
        var periods = new ArrayList<Period>();
        for (var period : plan.left()) {
            var bill = nextBill + periods.size();
            periods.add(new Period(period.number(), bill, Amount.of(period.principal()), Amount.of(period.fee())));
        }
        return new PlanShown(
                plan.id().value(),
                plan.bill(),
                Amount.of(plan.principal()),
                Amount.of(plan.fee()),
                Amount.of(plan.feeBilled()),
                periods);
    }
}
