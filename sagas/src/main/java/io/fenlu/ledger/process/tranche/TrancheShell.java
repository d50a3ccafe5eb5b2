package io.fenlu.ledger.process.tranche;

import io.fenlu.ledger.loan.LoanHappening.TrancheDrawn;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Messenger;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Axon's shell of paying suppliers; in the queue of the loan, like everything that processes do with it. */
@ProcessingGroup("processes")
public final class TrancheShell {
    private final Messenger messenger;

    public TrancheShell(Messenger messenger) {
        this.messenger = messenger;
    }

    @EventHandler
    void on(TrancheDrawn fact, EventMessage<?> message) {
        var cause = new Cause("tranche", fact.loanId().value(), message.getIdentifier(), "loan.tranche-drawn");
        TrancheProcess.react(fact).ifPresent(order -> messenger.send(order, cause, (_, _) -> Optional.empty()));
    }
}
