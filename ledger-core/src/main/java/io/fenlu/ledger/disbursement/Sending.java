package io.fenlu.ledger.disbursement;

import static io.fenlu.ledger.kernel.Decision.accept;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.disbursement.DisbursementState.Failed;
import io.fenlu.ledger.disbursement.DisbursementState.Instructed;
import io.fenlu.ledger.disbursement.DisbursementState.Paid;
import io.fenlu.ledger.kernel.Decision;

/** Sending money and hearing what became of it. */
final class Sending {
    private static final int LONGEST_TEXT = 200;

    private Sending() {}

    static Decision<DisbursementEvent> instruct(InstructDisbursement command) {
        if (!command.amount().isPositive()) {
            return refuse(DisbursementRefusal.DISBURSEMENT_NOT_POSITIVE);
        }
        var instructed = new DisbursementInstructed(
                command.disbursementId(), command.loanId(), command.amount(), command.payout(), command.instructedOn());
        return switch (command.payout().channel()) {
            case BANK, IN_TRANCHES -> accept(instructed);
            case ALREADY_PAID ->
                accept(
                        instructed,
                        new DisbursementConfirmed(
                                command.disbursementId(),
                                command.loanId(),
                                command.amount(),
                                command.payout().account(),
                                command.instructedOn()));
        };
    }

    static Decision<DisbursementEvent> confirm(Instructed sent, ConfirmDisbursement command) {
        if (isMalformed(command.bankReference())) {
            return refuse(DisbursementRefusal.OUTCOME_TEXT_MALFORMED);
        }
        if (command.paidOn().isBefore(sent.instructedOn())) {
            return refuse(DisbursementRefusal.OUTCOME_BEFORE_INSTRUCTION);
        }
        return accept(new DisbursementConfirmed(
                sent.disbursementId(), sent.loanId(), sent.amount(), command.bankReference(), command.paidOn()));
    }

    /** The bank may say the same as often as it likes; under another reference it claims a second payment. */
    static Decision<DisbursementEvent> confirmAgain(Paid stands, ConfirmDisbursement claim) {
        return claim.bankReference().equals(stands.bankReference())
                ? Decision.alreadyDone()
                : refuse(
                        DisbursementRefusal.PAYOUT_REFERENCE_CONTRADICTED,
                        "The money left as “" + stands.bankReference() + "”; another payment was never asked for.");
    }

    static Decision<DisbursementEvent> fail(Instructed sent, FailDisbursement command) {
        if (isMalformed(command.reason())) {
            return refuse(DisbursementRefusal.OUTCOME_TEXT_MALFORMED);
        }
        if (command.failedOn().isBefore(sent.instructedOn())) {
            return refuse(DisbursementRefusal.OUTCOME_BEFORE_INSTRUCTION);
        }
        return accept(new DisbursementFailed(
                sent.disbursementId(), sent.loanId(), sent.amount(), command.reason(), command.failedOn()));
    }

    static Decision<DisbursementEvent> contradict(Failed stands, ConfirmDisbursement claim) {
        if (isMalformed(claim.bankReference())) {
            return refuse(DisbursementRefusal.OUTCOME_TEXT_MALFORMED);
        }
        var sent = stands.sent();
        return accept(new DisbursementContradicted(
                sent.disbursementId(),
                sent.loanId(),
                sent.amount(),
                "failed: " + stands.reason(),
                "paid: " + claim.bankReference(),
                claim.paidOn()));
    }

    static Decision<DisbursementEvent> contradict(Paid stands, FailDisbursement claim) {
        if (isMalformed(claim.reason())) {
            return refuse(DisbursementRefusal.OUTCOME_TEXT_MALFORMED);
        }
        var sent = stands.sent();
        return accept(new DisbursementContradicted(
                sent.disbursementId(),
                sent.loanId(),
                sent.amount(),
                "paid: " + stands.bankReference(),
                "failed: " + claim.reason(),
                claim.failedOn()));
    }

    /** The receiver's bank sent the money back. */
    static Decision<DisbursementEvent> takeBack(Paid paid, TakeDisbursementBack command) {
        if (isMalformed(command.bankReference())) {
            return refuse(DisbursementRefusal.OUTCOME_TEXT_MALFORMED);
        }
        var sent = paid.sent();
        if (command.cameBackOn().isBefore(sent.instructedOn())) {
            return refuse(DisbursementRefusal.OUTCOME_BEFORE_INSTRUCTION);
        }
        return accept(new DisbursementCameBack(
                sent.disbursementId(), sent.loanId(), sent.amount(), command.bankReference(), command.cameBackOn()));
    }

    private static boolean isMalformed(String text) {
        return text.isBlank() || text.length() > LONGEST_TEXT;
    }
}
