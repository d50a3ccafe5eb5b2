package io.fenlu.ledger.process.comeback;

import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.loan.LoanCommand.ReturnDisbursement;
import io.fenlu.ledger.loan.LoanCommand.ReverseEntry;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.drawdown.DrawdownProcess;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the bank would not pay, or what came back, is taken out of the loan again: a payout is returned, a refund is held once more. The
 * loan knows which of them it was, because both bear the id of their entry. Remembers nothing.
 */
public final class ComebackProcess {
    /** How the bank's answer is named where its own words are no reference. */
    static final String REJECTED = "rejected-by-bank";

    static final String CAME_BACK = "sent-back-by-bank";

    private static final String COULD_NOT_PAY = "the bank could not send it back";
    private static final String SENT_BACK = "the receiver's bank sent it back";
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private ComebackProcess() {}

    /** What follows when money did not leave: a refund or a tranche is taken back; of a drawdown others take care. */
    public static Optional<Order> react(DisbursementFailed fact) {
        return fact.disbursementId().equals(DrawdownProcess.disbursementOf(fact.loanId()))
                ? Optional.empty()
                : Optional.of(hold(fact.loanId(), fact.disbursementId(), COULD_NOT_PAY, fact.failedOn()));
    }

    /** What follows when money came back: most of it was a payout. */
    public static Order react(DisbursementCameBack fact) {
        var reference = REFERENCE.matcher(fact.bankReference()).matches() ? fact.bankReference() : CAME_BACK;
        return takeBack(fact.loanId(), fact.disbursementId(), reference, fact.cameBackOn());
    }

    /** The order that takes the place of one that the loan refused because the money was something else. */
    public static Optional<Order> insteadOf(Order order, Refused refusal) {
        if (order instanceof ReverseEntry(var loan, var held)
                && refusal.code().equals(LoanRefusal.DRAW_COMES_BACK_BY_BANK.name())) {
            return Optional.of(takeBack(loan, payoutOf(held.reverses()), REJECTED, held.on()));
        }
        if (order instanceof ReturnDisbursement(var loan, var returned)
                && refusal.code().equals(LoanRefusal.ENTRY_IS_NO_DRAW.name())) {
            return Optional.of(hold(loan, payoutOf(returned.reverses()), SENT_BACK, returned.on()));
        }
        return Optional.empty();
    }

    private static Order hold(LoanId loan, DisbursementId payout, String why, LocalDate on) {
        var refund = new EntryId(payout.value());
        var taken = new EntryId(Cause.uuid8("refund failed", refund.toString()));
        return new ReverseEntry(loan, new LoanEntry.Reversal(taken, refund, why, on));
    }

    private static Order takeBack(LoanId loan, DisbursementId payout, String reference, LocalDate on) {
        var draw = new EntryId(payout.value());
        var taken = new EntryId(Cause.uuid8("payout came back", draw.toString()));
        return new ReturnDisbursement(loan, new LoanEntry.DisbursementReturn(taken, draw, reference, on));
    }

    private static DisbursementId payoutOf(EntryId entry) {
        return new DisbursementId(entry.value());
    }
}
