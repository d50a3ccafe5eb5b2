package io.fenlu.ledger.view.loanaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The instalments of a loan as they stood at the end of a day.
 *
 * @param instalments none until the money was paid out, and none for an open-ended loan without a term
 */
public record LoanSchedule(
        @JsonProperty("loan_id") UUID loanId,
        @JsonProperty("as_of") LocalDate asOf,
        LoanStatus status,
        List<Row> instalments) {
    /**
     * One instalment.
     *
     * @param from the first day for which its interest runs
     * @param total principal and interest
     * @param balance principal that is not due yet after it
     * @param due whether its due date has come
     * @param penalty grown and not paid
     * @param open what is still to be paid of it
     * @param healedOn the day on which all of it was paid
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScheduleRow")
    public record Row(
            int number,
            LocalDate from,
            @JsonProperty("due_on") LocalDate dueOn,
            Amount principal,
            Amount interest,
            Amount total,
            Amount balance,
            boolean due,
            Paid paid,
            Amount penalty,
            Amount open,
            @JsonProperty("healed_on") @Nullable LocalDate healedOn) {
        static Row of(LoanStanding.Row row) {
            var bill = row.bill();
            return new Row(
                    bill.number(),
                    bill.from(),
                    bill.dueOn(),
                    Amount.of(bill.principal()),
                    Amount.of(bill.interest()),
                    Amount.of(bill.total()),
                    Amount.of(bill.balance()),
                    row.due(),
                    new Paid(
                            Amount.of(row.principalPaid()),
                            Amount.of(row.interestPaid()),
                            Amount.of(row.penaltyPaid())),
                    Amount.of(row.penalty()),
                    Amount.of(row.open()),
                    row.healedOn());
        }
    }

    /** What was paid of an instalment. */
    @Schema(name = "PaidOfInstalment")
    public record Paid(Amount principal, Amount interest, Amount penalty) {}

    static LoanSchedule of(UUID loan, LoanState state, LocalDate day) {
        return new LoanSchedule(
                loan,
                day,
                LoanStatus.of(state),
                LoanStory.standing(state, day)
                        .map(standing ->
                                standing.schedule().stream().map(Row::of).toList())
                        .orElse(List.of()));
    }
}
