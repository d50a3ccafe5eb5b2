package io.fenlu.ledger.view.repaymenthistory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All payments on a loan up to the end of a day, oldest first. */
public record Repayments(
        @JsonProperty("loan_id") UUID loanId,
        @JsonProperty("as_of") LocalDate asOf,
        List<Repayment> repayments) {}
