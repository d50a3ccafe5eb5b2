package io.fenlu.ledger.process.release;

import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Instruction;
import io.fenlu.ledger.process.Messenger;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Axon's shell of the release; in the same processing group and queue as the drawdown, so that a release never overtakes the use of the
 * limit it gives back.
 */
@ProcessingGroup("processes")
public final class ReleaseShell {
    private final Messenger messenger;

    public ReleaseShell(Messenger messenger) {
        this.messenger = messenger;
    }

    @EventHandler
    void on(RepaymentReceived fact, EventMessage<?> message) {
        var cause = new Cause("release", fact.loanId().value(), message.getIdentifier(), "loan.repayment-received");
        for (var instruction : ReleaseProcess.react(fact)) {
            switch (instruction) {
                case Instruction.Send(var order) -> messenger.send(order, cause, (_, _) -> Optional.empty());
                case Instruction.Remind _, Instruction.Finish _ ->
                    throw new IllegalStateException("a release has neither memory nor end");
            }
        }
    }
}
