package io.fenlu.ledger.view.loanaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan and what was owed on it at the end of a day.
 *
 * @param owed absent until the money was paid out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoanOnDay(
        @JsonProperty("loan_id") UUID loanId,
        @JsonProperty("credit_line_id") UUID creditLineId,
        @JsonProperty("borrower_id") @Nullable String borrowerId,
        @Schema(example = "cash-loan") String product,
        LoanStatus status,
        Amount principal,
        LoanAccount.QuotedRate rate,
        int instalments,
        LoanAccount.Dates dates,
        LoanAccount.@Nullable End end,
        @JsonProperty("as_of") LocalDate asOf,
        @Nullable Owed owed) {
    /**
     * What is owed at the end of the day.
     *
     * @param principalNotDue principal that is not due yet
     * @param principalDue principal that is due and not paid
     * @param interestDue interest that is due and not paid
     * @param interestAccrued interest of the running period, not due yet
     * @param penalty for what is overdue
     * @param credit held for the borrower
     * @param due what should have been paid by this day
     * @param payoff what settles the loan on this day
     * @param daysPastDue days since the due date of the oldest instalment that is not fully paid
     */
    @Schema(name = "OwedOnLoan")
    public record Owed(
            @JsonProperty("principal_not_due") Amount principalNotDue,
            @JsonProperty("principal_due") Amount principalDue,
            @JsonProperty("interest_due") Amount interestDue,
            @JsonProperty("interest_accrued") Amount interestAccrued,
            Amount penalty,
            Amount credit,
            Amount due,
            Amount payoff,
            @JsonProperty("days_past_due") int daysPastDue) {
        static Owed of(LoanStanding standing) {
            var balances = standing.balances();
            return new Owed(
                    Amount.of(balances.principalNotDue()),
                    Amount.of(balances.principalDue()),
                    Amount.of(balances.interestDue()),
                    Amount.of(balances.interestAccrued()),
                    Amount.of(balances.penalty()),
                    Amount.of(balances.credit()),
                    Amount.of(balances.due()),
                    Amount.of(balances.payoff()),
                    standing.daysPastDue());
        }
    }

    static LoanOnDay of(LoanAccount loan, LoanState state, LocalDate day) {
        var ended = state instanceof LoanState.Declined || state instanceof LoanState.Cancelled;
        var contractStands = !(state instanceof LoanState.Requested || state instanceof LoanState.Declined);
        return new LoanOnDay(
                loan.loanId(),
                loan.creditLineId(),
                contractStands ? loan.borrowerId() : null,
                loan.product(),
                LoanStatus.of(state),
                loan.principal(),
                loan.rate(),
                loan.instalments(),
                loan.dates().knownOn(day),
                ended ? loan.end() : null,
                day,
                LoanStory.standing(state, day).map(Owed::of).orElse(null));
    }
}
