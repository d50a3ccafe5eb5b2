package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.eventstore.Past;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.Refusal;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the command bus that a refusal is an answer: the aggregate that gave it stays in memory, unless it has no history. And lends
 * every command the past of what it is sent to.
 *
 * <p>An id that belongs to another kind of thing is refused: as a reused key when the order was to make a thing with it, for the ids of
 * new things derive from keys.
 */
@Component
final class RefusalsAreAnswers implements ConfigurerModule {
    private final ObjectProvider<Past> past;

    RefusalsAreAnswers(ObjectProvider<Past> past) {
        this.past = past;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onStart(0, () -> teach(configurer.buildConfiguration().commandBus(), past.getObject()));
    }

    private static void teach(CommandBus bus, Past past) {
        if (bus instanceof SimpleCommandBus local) {
            local.setRollbackConfiguration(RefusalsAreAnswers::rollsBack);
        }
        bus.registerHandlerInterceptor(RefusalsAreAnswers::refuseForeignIds);
        bus.registerHandlerInterceptor(past);
    }

    static boolean rollsBack(Throwable failure) {
        return !(failure instanceof CommandRefused refused) || refused.isOfNothing();
    }

    private static Object refuseForeignIds(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (IncompatibleAggregateException | NoHandlerForCommandException foreign) {
            var reason = reason(unit.getMessage());
            var refused = CommandRefused.byNothing(reason, reason.sentence());
            refused.addSuppressed(foreign);
            throw refused;
        }
    }

    private static Refusal reason(CommandMessage<?> command) {
        return command.getPayload() instanceof Order order
                        && order.subject()
                                .toString()
                                .equals(command.getMetaData().get(Requests.ID))
                ? RequestRefusal.IDEMPOTENCY_KEY_REUSED
                : RequestRefusal.ID_OF_ANOTHER_KIND;
    }
}
