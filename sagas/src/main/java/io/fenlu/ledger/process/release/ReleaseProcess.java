package io.fenlu.ledger.process.release;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.TakeLimitAgain;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.BookedMovement;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.LoanHappening.DisbursementReturned;
import io.fenlu.ledger.loan.Movement;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.process.Instruction;
import java.time.LocalDate;
import java.util.List;

/**
 * Principal that was repaid may be drawn again: the credit line gets back exactly what a fact repaid of it, and takes again what a fact
 * took back. Remembers nothing.
 */
public final class ReleaseProcess {
    private ReleaseProcess() {}

    /** What follows upon a repayment: nothing when it paid only interest and charges. */
    public static List<Instruction> react(RepaymentReceived fact) {
        var principal = Money.sum(
                fact.amount().currency(),
                fact.allocation().stream()
                        .filter(line -> line.bucket() == Bucket.PRINCIPAL)
                        .map(AllocationLine::amount)
                        .toList());
        return new Change(
                        fact.creditLineId(),
                        fact.loanId(),
                        new EntryId(fact.repaymentId().value()),
                        fact.paidOn())
                .by(principal);
    }

    /** What follows upon anything else that happened to the loan: money of others, a reversal, a payout that came back. */
    public static List<Instruction> react(LoanHappening fact) {
        var entry = fact.entry();
        if (fact instanceof DisbursementReturned && isStillDrawn(fact)) {
            return List.of();
        }
        return new Change(fact.creditLineId(), fact.loanId(), entry.id(), entry.on())
                .by(repaid(
                        fact.consequence().credit().zero(), fact.consequence().movements()));
    }

    /** Of a loan that goes on, a tranche that came back may be drawn again: its limit stays in use. */
    private static boolean isStillDrawn(LoanHappening fact) {
        return fact.consequence().balances().principal().isPositive();
    }

    /** What follows when earlier entries come out otherwise. */
    public static List<Instruction> react(HistoryCorrected fact) {
        var movements = fact.movements().stream().map(BookedMovement::movement).toList();
        return new Change(fact.creditLineId(), fact.loanId(), fact.entryId(), fact.effectiveOn())
                .by(repaid(fact.balances().credit().zero(), movements));
    }

    /** By how much less principal is owed than before; a draw that goes out uses limit that was set aside for it. */
    private static Money repaid(Money zero, List<Movement> movements) {
        var repaid = zero;
        for (var movement : movements) {
            if (movement.bucket() == Bucket.PRINCIPAL) {
                repaid = switch (movement.kind()) {
                    case RECEIVED, REFINANCED -> repaid.plus(movement.amount());
                    case CAPITALISED -> repaid.minus(movement.amount());
                    case DRAWN -> repaid.minus(movement.amount().min(zero));
                    case RECOGNISED,
                            CREDIT_HELD,
                            CREDIT_RETURNED,
                            OVER_RETURNED,
                            CREDIT_SENT_BACK,
                            OVER_SENT_BACK,
                            FUNDER_OWED,
                            FUNDER_PAID,
                            PROVIDED,
                            WAIVED,
                            WRITTEN_OFF,
                            RECOVERED,
                            SOLD,
                            SALE_PRICE,
                            SALE_RESULT,
                            MOVED_OFF_BOOK,
                            OFF_BOOK -> repaid;
                };
            }
        }
        return repaid;
    }

    /** Whose limit changes, and why. */
    private record Change(CreditLineId line, LoanId loan, EntryId entry, LocalDate on) {
        List<Instruction> by(Money repaid) {
            if (repaid.isZero()) {
                return List.of();
            }
            return List.of(new Instruction.Send(
                    repaid.isPositive()
                            ? new ReleaseLimit(line, loan, new RepaymentId(entry.value()), repaid, on)
                            : new TakeLimitAgain(line, loan, entry, repaid.negated(), on)));
        }
    }
}
