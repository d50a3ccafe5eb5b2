package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.InstalmentPlan;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.account.AccountReading.KnownOnDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pay-later account and what was owed on it on a day, as it is now known.
 *
 * @param cycle number of the running cycle
 * @param available open to buy
 * @param unpaidBills bills whose least payment is past due and unpaid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountOnDay(
        @JsonProperty("account_id") UUID accountId,
        @JsonProperty("borrower_id") String borrowerId,
        @Schema(example = "pay-later") String product,
        String brand,
        @JsonProperty("lender_of_record") String lenderOfRecord,
        AccountStatus status,
        @JsonProperty("as_of") LocalDate asOf,
        Cycle cycle,
        Owed owed,
        @JsonProperty("unpaid_bills") int unpaidBills,
        List<Plan> plans) {
    /** The running cycle. */
    @Schema(name = "AccountCycle")
    public record Cycle(
            int number, @JsonProperty("next_bill_on") LocalDate nextBillOn) {}

    /** What is owed, and what is open to buy. */
    @Schema(name = "OwedOnAccount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Owed(
            Amount limit,
            Amount available,
            Amount held,
            Amount billed,
            Amount unbilled,
            Amount undue,
            @JsonProperty("minimum_due") Amount minimumDue,
            @JsonProperty("late_fees_to_come") Amount lateFees,
            @JsonProperty("over_limit") Amount overLimit,
            Amount credit,

            @Schema(description = "of what was written off, not recovered") @Nullable
            Amount claim) {}

    /** An order or a bill that is paid in periods. */
    @Schema(name = "AccountPlan")
    public record Plan(
            @JsonProperty("plan_id") UUID planId,
            @JsonProperty("periods_left") int periodsLeft,
            Amount principal,
            Amount fee) {
        static Plan of(InstalmentPlan plan) {
            return new Plan(plan.id().value(), plan.left().size(), Amount.of(plan.principal()), Amount.of(plan.fee()));
        }
    }

    static AccountOnDay of(KnownOnDay known) {
        var account = known.account();
        var day = known.day();
        var standing = AccountStanding.of(account, day);
        var agreement = account.agreement();
        var balances = standing.balances();
        return new AccountOnDay(
                account.accountId().value(),
                account.borrowerId().value(),
                agreement.terms().product().value(),
                agreement.brand(),
                agreement.lenderOfRecord().value(),
                status(known, standing),
                day,
                new Cycle(standing.cycle(), standing.nextBillOn()),
                new Owed(
                        Amount.of(balances.limit()),
                        Amount.of(balances.available()),
                        Amount.of(balances.held()),
                        Amount.of(balances.billed()),
                        Amount.of(balances.unbilled()),
                        Amount.of(balances.undue()),
                        Amount.of(balances.minimumDue()),
                        Amount.of(balances.lateFees()),
                        Amount.of(balances.overLimit()),
                        Amount.of(balances.credit()),
                        balances.claim() == null ? null : Amount.of(balances.claim())),
                standing.unpaidBills(),
                standing.plans().stream().map(Plan::of).toList());
    }

    private static AccountStatus status(KnownOnDay known, AccountStanding standing) {
        if (known.known().isClosedOn(known.day())) {
            return AccountStatus.CLOSED;
        }
        if (standing.balances().claim() != null) {
            return AccountStatus.WRITTEN_OFF;
        }
        return standing.closing() ? AccountStatus.CLOSING : AccountStatus.OPEN;
    }
}
