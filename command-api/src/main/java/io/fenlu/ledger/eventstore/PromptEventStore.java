package io.fenlu.ledger.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * An event store that rings its readers when there is something new.
 *
 * <p>Axon's own store cannot ring; its pooled processors then look only twice a second, so a drawdown of four steps would take two
 * seconds and every view would lag by half of one.
 */
public final class PromptEventStore extends EmbeddedEventStore {
    private final Bell bell = new Bell(() -> super.openStream(createHeadToken()));

    private final Predicate<String> known;

    /** @param known whether a thing has facts on disk */
    public PromptEventStore(Builder builder, Predicate<String> known) {
        super(builder);
        this.known = known;
    }

    /** Of what was never heard of there is no picture to look for either. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return known.test(aggregateIdentifier)
                ? super.readEvents(aggregateIdentifier)
                : DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier));
    }

    /** Lets readers look; there is more on disk. */
    public void announce() {
        super.afterCommit(List.of());
    }

    /** Nothing: what a command committed is only queued, and readers are called when it is on disk. */
    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {}

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return new RingingStream(super.openStream(token), bell);
    }

    @Override
    public void shutDown() {
        bell.close();
        super.shutDown();
    }

    /** A stream of the store as it was, but with a bell. */
    private record RingingStream(TrackingEventStream stream, Bell bell) implements TrackingEventStream {
        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            bell.ring(this, callback);
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
            bell.forget(this);
            stream.close();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
