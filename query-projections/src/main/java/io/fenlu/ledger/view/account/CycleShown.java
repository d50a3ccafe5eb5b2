package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.account.RunningCycle;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.account.AccountReading.KnownOnDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The cycle that runs on a day, and what its bill would show so far.
 *
 * @param available open to buy
 * @param adjustments what the next bill puts right of earlier ones
 */
@Schema(name = "RunningCycle")
public record CycleShown(
        @JsonProperty("account_id") UUID accountId,
        @JsonProperty("as_of") LocalDate asOf,
        int number,
        LocalDate from,
        @JsonProperty("bill_on") LocalDate billOn,
        @JsonProperty("due_on") LocalDate dueOn,
        boolean transition,
        Amount unbilled,
        Amount available,
        List<BillShown.Line> lines,
        List<BillShown.Correction> adjustments) {
    static CycleShown of(KnownOnDay known) {
        var cycle = RunningCycle.of(known.account(), known.day());
        return new CycleShown(
                known.account().accountId().value(),
                known.day(),
                cycle.number(),
                cycle.from(),
                cycle.billOn(),
                cycle.dueOn(),
                cycle.transition(),
                Amount.of(cycle.balances().unbilled()),
                Amount.of(cycle.balances().available()),
                cycle.lines().stream().map(BillShown.Line::of).toList(),
                cycle.carried().stream().map(BillShown.Correction::of).toList());
    }
}
