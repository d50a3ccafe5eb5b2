package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptEventStoreTest {
    private final PromptEventStore store = new PromptEventStore(
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()), _ -> true);

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Test
    void a_reader_is_rung_at_once_and_finds_what_is_new() throws Exception {
        try (var stream = store.openStream(store.createHeadToken())) {
            var found = new CountDownLatch(3);
            assertThat(stream.setOnAvailableCallback(() -> {
                        while (stream.hasNextAvailable()) {
                            next(stream);
                            found.countDown();
                        }
                    }))
                    .isTrue();
            Thread.sleep(700);
            var published = System.nanoTime();
            for (var number = 0; number < 3; number++) {
                store.publish(GenericEventMessage.asEventMessage("fact " + number));
            }
            store.announce();
            assertThat(found.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - published))
                    .isLessThan(450);
        }
    }

    private static void next(TrackingEventStream stream) {
        try {
            stream.nextAvailable();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
