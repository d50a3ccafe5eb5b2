package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.kernel.Order;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** An order goes to its subject, whatever the order; anything else goes where Axon's own annotations say. */
@Component
final class SubjectTarget implements CommandTargetResolver {
    private final CommandTargetResolver annotated =
            AnnotationCommandTargetResolver.builder().build();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return command.getPayload() instanceof Order order
                ? new VersionedAggregateIdentifier((Object) order.subject().toString(), null)
                : annotated.resolveTarget(command);
    }
}
