package io.fenlu.ledger.view.loanaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.loan.LoanState;

/** Where a loan is in its life. */
public enum LoanStatus {
    /** Asked for; the credit line has not answered. */
    @JsonProperty("requested")
    REQUESTED,
    /** The contract stands; the money is on its way. */
    @JsonProperty("opened")
    OPENED,
    /** The money is with the borrower. */
    @JsonProperty("active")
    ACTIVE,
    /** Paid back. */
    @JsonProperty("settled")
    SETTLED,
    /** Paid back and put away. */
    @JsonProperty("closed")
    CLOSED,
    /** The credit line said no. */
    @JsonProperty("declined")
    DECLINED,
    /** The money could not be paid out. */
    @JsonProperty("cancelled")
    CANCELLED;

    static LoanStatus of(LoanState state) {
        return switch (state) {
            case LoanState.NotRequested _ -> throw new IllegalArgumentException("no loan");
            case LoanState.Requested _ -> REQUESTED;
            case LoanState.Opened _ -> OPENED;
            case LoanState.Active _ -> ACTIVE;
            case LoanState.Settled _ -> SETTLED;
            case LoanState.Closed _ -> CLOSED;
            case LoanState.Declined _ -> DECLINED;
            case LoanState.Cancelled _ -> CANCELLED;
        };
    }
}
