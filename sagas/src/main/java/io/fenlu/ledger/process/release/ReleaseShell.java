package io.fenlu.ledger.process.release;

import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Instruction;
import io.fenlu.ledger.process.Messenger;
import java.util.List;
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
        obey(ReleaseProcess.react(fact), fact, message, "loan.repayment-received");
    }

    @EventHandler
    void on(LoanHappening fact, EventMessage<?> message) {
        obey(ReleaseProcess.react(fact), fact, message, nameOf(fact.getClass()));
    }

    @EventHandler
    void on(HistoryCorrected fact, EventMessage<?> message) {
        obey(ReleaseProcess.react(fact), fact, message, nameOf(fact.getClass()));
    }

    private void obey(List<Instruction> instructions, LoanEvent fact, EventMessage<?> message, String name) {
        var cause = new Cause("release", fact.loanId().value(), message.getIdentifier(), name);
        for (var instruction : instructions) {
            switch (instruction) {
                case Instruction.Send(var order) -> messenger.send(order, cause, (_, _) -> Optional.empty());
                case Instruction.Remind _, Instruction.Finish _ ->
                    throw new IllegalStateException("a release has neither memory nor end");
            }
        }
    }

    private static String nameOf(Class<?> fact) {
        var stored = fact.getAnnotation(StoredAs.class);
        return stored == null ? fact.getSimpleName() : stored.name();
    }
}
