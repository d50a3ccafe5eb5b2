package io.fenlu.ledger.process.sharedlimit;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountHappening.LimitChanged;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Instruction;
import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.process.Reaction;
import io.fenlu.ledger.process.sharedlimit.SharedLimitProcess.Part;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Axon's shell of shared limits, in the queue of the account. */
@ProcessingGroup("processes")
public final class SharedLimitShell {
    private final SharedLimits limits;
    private final Messenger messenger;

    public SharedLimitShell(SharedLimits limits, Messenger messenger) {
        this.limits = limits;
        this.messenger = messenger;
    }

    @EventHandler
    void on(AccountOpened fact, EventMessage<?> message) {
        SharedLimitProcess.react(fact).ifPresent(reaction -> obey(reaction, fact, message, "account.opened"));
    }

    @EventHandler
    void on(LimitChanged fact, EventMessage<?> message) {
        limits.of(fact.accountId())
                .ifPresent(part -> obey(SharedLimitProcess.react(part, fact), fact, message, "account.limit-changed"));
    }

    @EventHandler
    void on(AccountClosed fact, EventMessage<?> message) {
        limits.of(fact.accountId())
                .ifPresent(part -> obey(SharedLimitProcess.react(part, fact), fact, message, "account.closed"));
    }

    private void obey(Reaction<Part> reaction, AccountEvent fact, EventMessage<?> message, String name) {
        limits.keep(reaction.memory());
        var cause = new Cause("shared-limit", fact.subject(), message.getIdentifier(), name);
        for (var instruction : reaction.instructions()) {
            switch (instruction) {
                case Instruction.Send(var order) -> messenger.send(order, cause, (_, _) -> Optional.empty());
                case Instruction.Remind _, Instruction.Finish _ ->
                    throw new IllegalStateException("a shared limit ends with its account");
            }
        }
    }
}
