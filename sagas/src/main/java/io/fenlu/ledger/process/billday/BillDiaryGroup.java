package io.fenlu.ledger.process.billday;

import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;

/** The event processor of the diary: one queue, because it only writes lines. It begins at the first fact ever kept. */
public record BillDiaryGroup(Supplier<BillDiary> diary) implements ConfigurerModule {
    /** The processing group's name. */
    public static final String NAME = "bill-diary";

    private static final int BATCH = 500;

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerEventHandler(_ -> new BillDiaryKeeper(diary.get()))
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
