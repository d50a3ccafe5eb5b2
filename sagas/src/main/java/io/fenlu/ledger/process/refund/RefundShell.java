package io.fenlu.ledger.process.refund;

import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.StoredAs;
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

/** Axon's shell of refunds; in the queue of the loan, like everything that processes do with it. */
@ProcessingGroup("processes")
public final class RefundShell {
    private final Messenger messenger;

    public RefundShell(Messenger messenger) {
        this.messenger = messenger;
    }

    @EventHandler
    void on(RepaymentReceived fact, EventMessage<?> message) {
        obey(RefundProcess.react(fact), fact.loanId(), fact, message);
    }

    @EventHandler
    void on(LoanHappening fact, EventMessage<?> message) {
        obey(RefundProcess.react(fact), fact.loanId(), fact, message);
    }

    @EventHandler
    void on(HistoryCorrected fact, EventMessage<?> message) {
        obey(RefundProcess.react(fact), fact.loanId(), fact, message);
    }

    private void obey(List<Instruction> instructions, LoanId loan, Fact fact, EventMessage<?> message) {
        var stored = fact.getClass().getAnnotation(StoredAs.class);
        var name = stored == null ? fact.getClass().getSimpleName() : stored.name();
        var cause = new Cause("refund", loan.value(), message.getIdentifier(), name);
        for (var instruction : instructions) {
            switch (instruction) {
                case Instruction.Send(var order) -> messenger.send(order, cause, (_, _) -> Optional.empty());
                case Instruction.Remind _, Instruction.Finish _ ->
                    throw new IllegalStateException("a refund has neither memory nor end");
            }
        }
    }
}
