package io.fenlu.ledger.bank;

import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The event processor of payouts: one queue, because it only writes rows. It begins at the first fact ever kept; a payout whose outcome
 * is a fact already is crossed out again at once, and one sent twice is paid once.
 */
public record PayoutsGroup(Supplier<PayoutDispatcher> dispatcher) implements ConfigurerModule {
    /** The processing group's name. */
    public static final String NAME = "payouts";

    private static final int BATCH = 200;

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerEventHandler(_ -> dispatcher.get())
                .registerListenerInvocationErrorHandler(NAME, _ -> PropagatingErrorHandler.instance())
                .registerErrorHandler(NAME, _ -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        NAME,
                        Configuration::eventStore,
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .initialToken(StreamableMessageSource::createTailToken));
    }
}
