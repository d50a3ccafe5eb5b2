package io.fenlu.ledger.web;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand.ChangeAccountLimit;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.AccountEntry.LimitSetting;
import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountHappening;
import io.fenlu.ledger.account.AccountHappening.LimitChanged;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveRaise;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.eventstore.TimeOrderedIds;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.Fingerprint;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.gate.KeptFact;
import io.fenlu.ledger.gate.OrderRefused;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Has a credit line set the whole limit of an account aside before the account is there, so that a draw on the line and a purchase can
 * never use the same part of it. The line knows the account as it knows loans.
 */
@Component("limitsSetAside")
final class SharedLimit {
    private final Gate gate;
    private final History history;

    SharedLimit(Gate gate, History history) {
        this.gate = gate;
        this.history = history;
    }

    /** Opens an account that may share a line; when the line says no there is no account, when the account does the line gets it back. */
    <T> T opening(AccountId account, BorrowerId borrower, AccountAgreement agreement, LocalDate on, Supplier<T> open) {
        if (!(agreement.limitSource() instanceof LimitSource.OfCreditLine(var line))
                || !history.of(account.value()).isEmpty()) {
            return open.get();
        }
        requireOf(borrower, line);
        var debt = new LoanId(account.value());
        send(new ReserveLimit(line, debt, agreement.limit(), on));
        try {
            return open.get();
        } catch (OrderRefused refused) {
            send(new ReleaseReservation(line, debt, on));
            throw refused;
        }
    }

    /**
     * Changes the limit of an account that may share a line. One that rises has the difference set aside on the line first; when the
     * line says no the limit stays, when the account does the line gets it back.
     */
    Answer changing(ChangeAccountLimit order, Supplier<Answer> change) {
        var raise = raise(order).orElse(null);
        if (raise == null) {
            return change.get();
        }
        send(raise);
        try {
            return change.get();
        } catch (OrderRefused refused) {
            send(new ReleaseRaise(raise.creditLineId(), raise.loanId(), raise.raise(), raise.reservedOn()));
            throw refused;
        }
    }

    /** What the line is to set aside; nothing when it falls, was obeyed before, is learned late, or is not the line's matter. */
    private Optional<ReserveRaise> raise(ChangeAccountLimit order) {
        var account = order.accountId();
        var limit = order.entry().limit();
        var facts = history.of(account.value());
        if (facts.isEmpty()
                || !(facts.getFirst().fact() instanceof AccountOpened opened)
                || !(opened.agreement().limitSource() instanceof LimitSource.OfCreditLine(var line))
                || facts.getLast().fact() instanceof AccountClosed
                || facts.stream().anyMatch(kept -> isAbout(kept, order.entry()))) {
            return Optional.empty();
        }
        var latest = inForce(facts);
        var now = latest.map(LimitSetting::limit).orElse(opened.agreement().limit());
        var isLate = latest.isPresent() && AccountEntry.CANONICAL.compare(order.entry(), latest.get()) < 0;
        return !isLate && limit.currency() == now.currency() && limit.isMoreThan(now)
                ? Optional.of(new ReserveRaise(
                        line,
                        new LoanId(account.value()),
                        order.entry().id(),
                        now,
                        limit,
                        order.entry().on()))
                : Optional.empty();
    }

    /** What was obeyed before is answered as it was then. */
    private static boolean isAbout(KeptFact kept, AccountEntry entry) {
        return kept.fact() instanceof AccountHappening happening
                && happening.entry().id().equals(entry.id());
    }

    /** The change that set the limit in force; none while it is that of the opening. */
    private static Optional<LimitSetting> inForce(List<KeptFact> facts) {
        return facts.stream()
                .map(KeptFact::fact)
                .filter(LimitChanged.class::isInstance)
                .map(fact -> ((LimitChanged) fact).entry())
                .max(AccountEntry.CANONICAL);
    }

    private void requireOf(BorrowerId borrower, CreditLineId line) {
        var facts = history.of(line.value());
        if (!facts.isEmpty()
                && facts.getFirst().fact() instanceof CreditLineOpened opened
                && !opened.borrowerId().equals(borrower)) {
            throw DoorClosed.by(
                    DoorRefusal.CREDIT_LINE_OF_ANOTHER, "The line " + line + " was granted to another borrower.");
        }
    }

    /** Under a new name each time: what was set aside twice is set aside once, and what was given back may be asked for anew. */
    private void send(Order order) {
        gate.send(order, new Request(TimeOrderedIds.next(), Fingerprint.of(order)));
    }
}
