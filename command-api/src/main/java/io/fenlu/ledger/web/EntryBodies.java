package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.PurposeBinding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the doors of a running loan have in common: some bodies, and the answer. */
final class EntryBodies {
    private EntryBodies() {}

    /** What a tranche may be used for. */
    @Schema(name = "Purpose", description = "Whom the money is paid to, and against which document.")
    record PurposeBody(
            @JsonProperty("supplier")
            @Schema(example = "supplier-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String supplier,

            @JsonProperty("document")
            @Schema(example = "order-2026-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String document) {
        PurposeBinding parse() {
            return new PurposeBinding(
                    Given.required("purpose.supplier", supplier), Given.required("purpose.document", document));
        }
    }

    /** What is owed after it. */
    @Schema(name = "LoanBalances")
    record BalancesBody(
            @JsonProperty("principal_not_due") AmountBody principalNotDue,
            @JsonProperty("principal_due") AmountBody principalDue,
            @JsonProperty("interest_due") AmountBody interestDue,
            @JsonProperty("interest_accrued") AmountBody interestAccrued,
            @JsonProperty("penalty") AmountBody penalty,
            @JsonProperty("fees") AmountBody fees,
            @JsonProperty("credit") AmountBody credit,
            @JsonProperty("payoff") AmountBody payoff) {
        static BalancesBody of(LoanBalances balances) {
            return new BalancesBody(
                    AmountBody.of(balances.principalNotDue()),
                    AmountBody.of(balances.principalDue()),
                    AmountBody.of(balances.interestDue()),
                    AmountBody.of(balances.interestAccrued()),
                    AmountBody.of(balances.penalty()),
                    AmountBody.of(balances.fees()),
                    AmountBody.of(balances.credit()),
                    AmountBody.of(balances.payoff()));
        }
    }

    /** An earlier entry that comes out otherwise now. */
    @Schema(name = "Correction")
    record CorrectionBody(
            @JsonProperty("entry_id") UUID entryId,
            @JsonProperty("on") LocalDate on,
            @JsonProperty("before") List<RepaymentController.LineBody> before,
            @JsonProperty("after") List<RepaymentController.LineBody> after) {}

    /**
     * An entry and what came of it.
     *
     * @param entryId by which a reversal refers to it
     * @param alreadyDone whether it was so before, and nothing was written; then nothing else is said
     * @param bookedOn its own day, or the first of the open period
     * @param schedule the instalments not due yet after it
     */
    @Schema(name = "LoanEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entered(
            @JsonProperty("entry_id") @Nullable UUID entryId,
            @JsonProperty("loan_id") UUID loanId,
            @JsonProperty("already_done") boolean alreadyDone,
            @JsonProperty("on") @Nullable LocalDate on,
            @JsonProperty("booked_on") @Nullable LocalDate bookedOn,
            @JsonProperty("allocation") @Nullable List<RepaymentController.LineBody> allocation,
            @JsonProperty("credit") @Nullable AmountBody credit,
            @JsonProperty("balances") @Nullable BalancesBody balances,
            @JsonProperty("corrections") @Nullable List<CorrectionBody> corrections,
            @JsonProperty("settled") @Nullable Boolean settled,
            @JsonProperty("reopened") @Nullable Boolean reopened,
            @JsonProperty("schedule") @Nullable List<InstalmentBody> schedule) {
        /** What is said when there was nothing new to write. */
        static Entered already(LoanId loan) {
            return new Entered(null, loan.value(), true, null, null, null, null, null, null, null, null, null);
        }

        static Entered of(Answer answer) {
            var fact = answer.find(LoanHappening.class).orElseThrow();
            var consequence = fact.consequence();
            return new Entered(
                    fact.entry().id().value(),
                    fact.subject(),
                    false,
                    fact.entry().on(),
                    consequence.bookedOn(),
                    RepaymentController.LineBody.all(consequence.allocation()),
                    AmountBody.of(consequence.credit()),
                    BalancesBody.of(consequence.balances()),
                    correctionsOf(answer),
                    answer.find(LoanEvent.LoanSettled.class).isPresent(),
                    answer.find(LoanEvent.LoanReopened.class).isPresent(),
                    consequence.instalments().stream().map(InstalmentBody::of).toList());
        }
    }

    private static List<CorrectionBody> correctionsOf(Answer answer) {
        return answer.find(LoanEvent.HistoryCorrected.class)
                .map(corrected -> corrected.corrections().stream()
                        .map(correction -> new CorrectionBody(
                                correction.entry().value(),
                                correction.on(),
                                RepaymentController.LineBody.all(correction.before()),
                                RepaymentController.LineBody.all(correction.after())))
                        .toList())
                .orElse(List.of());
    }
}
