package io.fenlu.ledger.aggregate;

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
import org.springframework.stereotype.Component;

/**
 * Tells the command bus that a refusal is an answer: the aggregate that gave it stays in memory, unless it has no history.
 *
 * <p>An id that belongs to another kind of thing, because its key was used to make that thing, is refused as a reused key.
 */
@Component
final class RefusalsAreAnswers implements ConfigurerModule {
    private static final Refusal REUSED = RequestRefusal.IDEMPOTENCY_KEY_REUSED;

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onStart(0, () -> teach(configurer.buildConfiguration().commandBus()));
    }

    private static void teach(CommandBus bus) {
        if (bus instanceof SimpleCommandBus local) {
            local.setRollbackConfiguration(RefusalsAreAnswers::rollsBack);
        }
        bus.registerHandlerInterceptor(RefusalsAreAnswers::refuseForeignIds);
    }

    static boolean rollsBack(Throwable failure) {
        return !(failure instanceof CommandRefused refused) || refused.isOfNothing();
    }

    private static Object refuseForeignIds(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (IncompatibleAggregateException | NoHandlerForCommandException foreign) {
            var refused = CommandRefused.byNothing(REUSED, "The id was given to something of another kind.");
            refused.addSuppressed(foreign);
            throw refused;
        }
    }
}
