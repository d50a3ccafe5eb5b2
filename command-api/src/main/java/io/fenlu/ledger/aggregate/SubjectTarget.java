package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.kernel.Order;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** An order goes to its subject, whatever the order. */
@Component
final class SubjectTarget implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof Order order) {
            return new VersionedAggregateIdentifier((Object) order.subject().toString(), null);
        }
        throw new IllegalArgumentException(command.getCommandName() + " is not an order");
    }
}
