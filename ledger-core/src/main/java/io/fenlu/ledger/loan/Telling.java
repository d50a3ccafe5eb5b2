package io.fenlu.ledger.loan;

import io.fenlu.ledger.funding.FundedAmount;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanState.Active;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts that an entry leaves: the entry with what came of it, what it corrected, and what became of the loan. */
final class Telling {
    private final Active loan;
    private final LoanEntry entry;
    private final LoanBook old;
    private final LoanBook now;
    private final Step step;
    private final Accrual accrual;

    private Telling(Active loan, LoanEntry entry, LoanBook now) {
        this.loan = loan;
        this.entry = entry;
        this.old = loan.book();
        this.now = now;
        step = now.steps().get(old.placeOf(entry));
        accrual = new Accrual(loan.agreement());
    }

    /** The facts of an entry that makes one book of another; the first carries the entry. */
    static List<LoanEvent> facts(Active loan, LoanEntry entry, LoanBook now) {
        return new Telling(loan, entry, now).facts();
    }

    private List<LoanEvent> facts() {
        var facts = new ArrayList<LoanEvent>(3);
        var late = now.lastOn().isAfter(entry.on()) || now.steps().getLast() != step;
        var wasPaidOff = !old.isEmpty() && old.isPaidOff();
        var isPaidOff = now.isPaidOff();
        facts.add(first());
        var corrected = corrected(late);
        if (corrected != null) {
            facts.add(corrected);
        }
        if (isPaidOff && !wasPaidOff) {
            facts.add(new LoanSettled(
                    loan.loanId(), loan.creditLineId(), now.position().credit(), now.paidOffOn()));
        } else if (wasPaidOff && !isPaidOff) {
            var payoff = accrual.balances(now.position()).payoff();
            facts.add(new LoanReopened(loan.loanId(), loan.creditLineId(), entry.id(), payoff, now.lastOn()));
        } else if (!late && step.revised() && entry instanceof Payment payment && payment.payer() == Payer.BORROWER) {
            facts.add(new ScheduleRevised(
                    loan.loanId(),
                    new RepaymentId(payment.id().value()),
                    loan.agreement().terms().prepayment(),
                    step.after().upcoming(),
                    payment.on()));
        }
        return facts;
    }

    private LoanEvent first() {
        if (entry instanceof Payment payment && payment.payer() == Payer.BORROWER) {
            return new RepaymentReceived(
                    loan.loanId(),
                    loan.creditLineId(),
                    new RepaymentId(payment.id().value()),
                    payment.amount(),
                    step.lines(),
                    step.credit(),
                    funded(MovementKind.RECOGNISED),
                    funded(MovementKind.RECEIVED),
                    accrual.balances(step.after()),
                    payment.on(),
                    funded(MovementKind.FUNDER_OWED));
        }
        if (isWholePayout()) {
            return new LoanDisbursed(
                    loan.loanId(),
                    loan.creditLineId(),
                    new DisbursementId(entry.id().value()),
                    loan.agreement().principal(),
                    step.after().upcoming(),
                    funded(MovementKind.DRAWN),
                    entry.on());
        }
        var then = accrual.to(entry.on(), step.after());
        return Naming.fact(
                loan,
                entry,
                new LoanConsequence(
                        step.lines(),
                        step.credit(),
                        step.movements(),
                        accrual.balances(then),
                        then.upcoming(),
                        old.bookedOn(entry),
                        step.cut()));
    }

    private boolean isWholePayout() {
        return old.isEmpty()
                && entry instanceof Draw draw
                && draw.purpose() == null
                && draw.bankReference() == null
                && draw.amount().equals(loan.agreement().principal());
    }

    private List<FundedAmount> funded(MovementKind kind) {
        var funded = new ArrayList<FundedAmount>();
        for (var movement : step.movements()) {
            if (movement.kind() == kind && movement.lender() != null && movement.bucket() != null) {
                funded.add(new FundedAmount(movement.lender(), movement.bucket(), movement.amount()));
            }
        }
        return funded;
    }

    private @Nullable HistoryCorrected corrected(boolean late) {
        var corrections = new ArrayList<Correction>();
        var movements = new ArrayList<BookedMovement>();
        if (isOfOldShape()) {
            for (var movement : step.movements()) {
                if (!isTold(movement)) {
                    movements.add(booked(step, movement));
                }
            }
        }
        var place = old.placeOf(entry);
        for (int k = place; k < old.steps().size(); k++) {
            compare(old.steps().get(k), now.steps().get(k + 1), corrections, movements);
        }
        var inAnotherPeriod = isOfOldShape() && !old.bookedOn(entry.on()).equals(entry.on());
        if (!late && !inAnotherPeriod && corrections.isEmpty() && movements.isEmpty()) {
            return null;
        }
        var end = accrual.to(now.lastOn(), now.position());
        return new HistoryCorrected(
                loan.loanId(),
                loan.creditLineId(),
                entry.id(),
                corrections,
                movements,
                accrual.balances(end),
                end.upcoming(),
                old.bookedOn(entry.on()),
                entry.on());
    }

    /** Facts of the first shape have no place for every movement. */
    private boolean isOfOldShape() {
        return isWholePayout() || (entry instanceof Payment payment && payment.payer() == Payer.BORROWER);
    }

    private boolean isTold(Movement movement) {
        return switch (movement.kind()) {
            case DRAWN, RECEIVED, CREDIT_HELD, FUNDER_OWED -> true;
            case RECOGNISED -> !isWholePayout();
            case REFINANCED,
                    CREDIT_RETURNED,
                    OVER_RETURNED,
                    CREDIT_SENT_BACK,
                    OVER_SENT_BACK,
                    FUNDER_PAID,
                    PROVIDED,
                    WAIVED,
                    CAPITALISED,
                    WRITTEN_OFF,
                    RECOVERED,
                    SOLD,
                    SALE_PRICE,
                    SALE_RESULT,
                    MOVED_OFF_BOOK,
                    OFF_BOOK -> false;
        };
    }

    private void compare(Step before, Step after, List<Correction> corrections, List<BookedMovement> movements) {
        if (!before.lines().equals(after.lines()) || !before.credit().equals(after.credit())) {
            corrections.add(new Correction(
                    before.entry().id(),
                    before.entry().on(),
                    before.lines(),
                    after.lines(),
                    before.credit(),
                    after.credit()));
        }
        if (!before.movements().equals(after.movements())) {
            for (var delta : Netting.difference(before.movements(), after.movements())) {
                movements.add(booked(after, delta));
            }
        }
    }

    private BookedMovement booked(Step of, Movement movement) {
        var on = of.entry().on();
        return new BookedMovement(of.entry().id(), on, old.bookedOn(on), movement);
    }
}
