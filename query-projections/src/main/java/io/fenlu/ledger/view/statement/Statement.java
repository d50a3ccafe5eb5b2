package io.fenlu.ledger.view.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What moved on a loan from one day to another, both included.
 *
 * @param asOf movements after this day are not on it
 * @param opening what was owed at the end of the day before the first
 * @param closing what was owed at the end of the last day, with the interest that grew since the last movement
 */
public record Statement(
        @JsonProperty("loan_id") UUID loanId,
        LocalDate from,
        LocalDate to,
        @JsonProperty("as_of") LocalDate asOf,
        Balance opening,
        List<Line> lines,
        Balance closing) {
    /** What sort of movement a line is about. */
    public enum Movement {
        /** Money went to the borrower. */
        @JsonProperty("drawdown")
        DRAWDOWN,
        /** Money came in. */
        @JsonProperty("repayment")
        REPAYMENT,
        /** A part of the loan went out. */
        @JsonProperty("tranche")
        TRANCHE,
        /** A guarantor paid, or collateral was turned into money. */
        @JsonProperty("third-party-payment")
        THIRD_PARTY_PAYMENT,
        /** A new loan paid this one off. */
        @JsonProperty("refinancing")
        REFINANCING,
        /** Money came in for a debt that was written off. */
        @JsonProperty("recovery")
        RECOVERY,
        /** The loan was given back. */
        @JsonProperty("withdrawal")
        WITHDRAWAL,
        /** Credit went back to the borrower. */
        @JsonProperty("overpayment-return")
        OVERPAYMENT_RETURN,
        /** A fee was charged. */
        @JsonProperty("fee")
        FEE,
        /** A debt was given up. */
        @JsonProperty("waiver")
        WAIVER,
        /** The debt was written off. */
        @JsonProperty("charge-off")
        CHARGE_OFF,
        /** The claim was sold. */
        @JsonProperty("sale")
        SALE,
        /** An earlier movement was taken back. */
        @JsonProperty("reversal")
        REVERSAL,
        /** The bank sent a payout back. */
        @JsonProperty("disbursement-return")
        DISBURSEMENT_RETURN,
        /** Earlier movements come out otherwise because of something learned late. */
        @JsonProperty("correction")
        CORRECTION
    }

    /**
     * One movement.
     *
     * @param position the place of its fact among all facts of the ledger
     * @param reference the id of the disbursement, repayment or entry
     * @param parts of the amount; a drawdown is all principal; negative where something was taken back
     * @param after what was owed when it had happened
     */
    @Schema(name = "StatementLine")
    public record Line(
            LocalDate on, long position, Movement movement, UUID reference, Amount amount, Parts parts, After after) {}

    /** How an amount divides; they sum to it. */
    @Schema(name = "StatementParts")
    public record Parts(Amount principal, Amount interest, Amount penalty, Amount fees, Amount credit) {}

    /** What was owed after a movement. */
    @Schema(name = "OwedAfter")
    public record After(Amount principal, Amount interest, Amount penalty, Amount fees) {}

    /**
     * What was owed at the end of a day.
     *
     * @param total what settles the loan: principal, interest, penalty, fees, and what settling early costs
     * @param credit held for the borrower
     */
    @Schema(name = "StatementBalance")
    public record Balance(
            LocalDate on, Amount principal, Amount interest, Amount penalty, Amount fees, Amount total, Amount credit) {
        static Balance of(LocalDate on, LoanBalances balances) {
            return new Balance(
                    on,
                    Amount.of(balances.principal()),
                    Amount.of(balances.interest()),
                    Amount.of(balances.penalty()),
                    Amount.of(balances.fees()),
                    Amount.of(balances.payoff()),
                    Amount.of(balances.credit()));
        }

        static Balance nothing(LocalDate on, Money zero) {
            return of(on, new LoanBalances(zero, zero, zero, zero, zero, zero));
        }
    }
}
