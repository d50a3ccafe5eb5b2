package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.loan.LoanEvent.LoanClosed;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Closed;
import io.fenlu.ledger.loan.LoanState.Opened;
import io.fenlu.ledger.loan.LoanState.Settled;

/**
 * Living through a kept fact again. The arithmetic is done anew and must give what the facts say to the last smallest unit: a fact that
 * does not follow from its history, or one that is missing, is noticed by whoever replays it.
 */
final class Remembering {
    private Remembering() {}

    /** The state after a fact that carries an entry. */
    static LoanState entry(LoanState state, LoanEvent fact) {
        var entry = entryOf(fact);
        return switch (state) {
            case Opened loan when entry instanceof Draw draw -> live(Opening.begun(loan, draw), entry, fact);
            case Active loan -> live(loan, entry, fact);
            case Settled(var last, var settledOn, var _) -> {
                var then = live(last, entry, fact);
                yield new Settled(then, settledOn, then.position().credit());
            }
            case Closed(var settled, var closedOn) -> {
                var then = live(settled.last(), entry, fact);
                yield new Closed(
                        new Settled(then, settled.settledOn(), then.position().credit()), closedOn);
            }
            case LoanState.NotRequested _,
                    LoanState.Requested _,
                    LoanState.Opened _,
                    LoanState.Declined _,
                    LoanState.Cancelled _ -> throw new CorruptHistory(state, fact);
        };
    }

    private static Active live(Active loan, LoanEntry entry, LoanEvent fact) {
        if (!loan.announced().isEmpty()) {
            throw new CorruptHistory("loan " + loan.loanId() + " should go on with "
                    + loan.announced().getFirst() + ", but goes on with " + fact);
        }
        if (loan.book().find(entry.id()).isPresent()) {
            throw new CorruptHistory("loan " + loan.loanId() + " knows the entry of " + fact);
        }
        var now = loan.book().with(entry);
        var again = Telling.facts(loan, entry, now);
        mustEqual(again.getFirst(), fact);
        return loan.with(now, again.subList(1, again.size()));
    }

    /** The state after a fact that the one before it entails. */
    static LoanState follower(LoanState state, LoanEvent fact) {
        return switch (state) {
            case Active loan -> {
                var then = heard(loan, fact);
                yield fact instanceof LoanSettled settled
                        ? new Settled(then, settled.settledOn(), settled.credit())
                        : then;
            }
            case Settled(var last, var settledOn, var credit) -> {
                var then = heard(last, fact);
                yield fact instanceof LoanReopened ? then : new Settled(then, settledOn, credit);
            }
            case Closed(var settled, var closedOn) -> {
                var then = heard(settled.last(), fact);
                yield fact instanceof LoanReopened
                        ? then
                        : new Closed(new Settled(then, settled.settledOn(), settled.credit()), closedOn);
            }
            case LoanState.NotRequested _,
                    LoanState.Requested _,
                    LoanState.Opened _,
                    LoanState.Declined _,
                    LoanState.Cancelled _ -> throw new CorruptHistory(state, fact);
        };
    }

    private static Active heard(Active loan, LoanEvent fact) {
        if (loan.announced().isEmpty()) {
            throw new CorruptHistory(loan, fact);
        }
        mustEqual(loan.announced().getFirst(), fact);
        return loan.with(
                loan.book(), loan.announced().subList(1, loan.announced().size()));
    }

    static LoanState closed(LoanState state, LoanClosed fact) {
        if (state instanceof Settled settled && settled.last().announced().isEmpty()) {
            return new Closed(settled, fact.closedOn());
        }
        throw new CorruptHistory(state, fact);
    }

    private static void mustEqual(LoanEvent again, LoanEvent fact) {
        if (!again.equals(fact)) {
            throw new CorruptHistory("the fact " + fact + " does not follow from its history, which gives " + again);
        }
    }

    private static LoanEntry entryOf(LoanEvent fact) {
        return switch (fact) {
            case RepaymentReceived received ->
                new Payment(
                        new EntryId(received.repaymentId().value()),
                        Payer.BORROWER,
                        null,
                        received.amount(),
                        received.paidOn());
            case LoanDisbursed disbursed ->
                new Draw(
                        new EntryId(disbursed.disbursementId().value()),
                        disbursed.amount(),
                        null,
                        disbursed.disbursedOn());
            case LoanHappening happening -> happening.entry();
            case LoanEvent.LoanRequested _,
                    LoanEvent.LoanOpened _,
                    LoanEvent.LoanDeclined _,
                    LoanEvent.LoanCancelled _,
                    LoanEvent.ScheduleRevised _,
                    LoanEvent.HistoryCorrected _,
                    LoanSettled _,
                    LoanReopened _,
                    LoanClosed _ -> throw new IllegalArgumentException("no entry: " + fact);
        };
    }
}
