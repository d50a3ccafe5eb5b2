package io.fenlu.ledger.process;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The one event processor of all processes that move limit: as many queues at a time as there are segments, each loan's facts in their
 * order.
 *
 * <p>It begins at the first fact ever kept, so that a role started later misses nothing. A fault that could not even be parked stops the
 * queue, which is then tried again; nothing is skipped.
 */
public record ProcessesGroup(ProcessesSettings settings) implements ConfigurerModule {
    /** The processing group's name. */
    public static final String NAME = "processes";

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerSequencingPolicy(NAME, _ -> new LoanQueue())
                .registerListenerInvocationErrorHandler(NAME, _ -> PropagatingErrorHandler.instance())
                .registerErrorHandler(NAME, _ -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        NAME,
                        Configuration::eventStore,
                        (configuration, processor) -> processor
                                .initialSegmentCount(settings.segments())
                                .batchSize(settings.batch())
                                .initialToken(StreamableMessageSource::createTailToken)
                                .enableCoordinatorClaimExtension()
                                .workerExecutor(workers(configuration)));
    }

    /** One thread for each queue: a queue mostly waits for answers. */
    private ScheduledExecutorService workers(Configuration configuration) {
        var workers = Executors.newScheduledThreadPool(settings.segments(), new AxonThreadFactory(NAME));
        configuration.onShutdown(workers::shutdown);
        return workers;
    }
}
