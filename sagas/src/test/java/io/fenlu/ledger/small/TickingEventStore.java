package io.fenlu.ledger.small;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/** Axon's own event store, but its readers look often rather than twice a second, so that tests need not wait. */
final class TickingEventStore extends EmbeddedEventStore {
    private static final Duration TICK = Duration.ofMillis(10);

    TickingEventStore(Builder builder) {
        super(builder);
    }

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return new TickingStream(super.openStream(token));
    }

    private static final class TickingStream implements TrackingEventStream {
        private final TrackingEventStream stream;
        private volatile @Nullable Thread clock;

        TickingStream(TrackingEventStream stream) {
            this.stream = stream;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            clock = Thread.startVirtualThread(() -> {
                try {
                    while (true) {
                        Thread.sleep(TICK);
                        callback.run();
                    }
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void close() {
            var ticking = clock;
            if (ticking != null) {
                ticking.interrupt();
            }
            stream.close();
        }
    }
}
