package io.fenlu.ledger.eventstore;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the picture of a thing from what is in memory of it, instead of reading a thousand facts once more.
 *
 * <p>While the picture is taken no order changes the thing; it is kept only when all that it shows is on disk.
 */
public final class LivingPictures extends SpringAggregateSnapshotter {
    private final RepositoryProvider repositories;
    private final Past past;
    private final InFlight inFlight;
    private final Serializer form;

    /**
     * @param builder the framework's own parts
     * @param inFlight what a picture has to wait for
     * @param form how pictures are written
     */
    public LivingPictures(
            Builder builder, RepositoryProvider repositories, Past past, InFlight inFlight, Serializer form) {
        super(builder);
        this.repositories = repositories;
        this.past = past;
        this.inFlight = inFlight;
        this.form = form;
    }

    /** A picture, and the last of its facts that was still on its way to disk. */
    private record Taken(
            DomainEventMessage<?> picture, @Nullable AppendRequest last) {}

    @Override
    protected Runnable createSnapshotterTask(Class<?> aggregateType, String aggregateId) {
        return () -> {
            var taken = new AtomicReference<Taken>();
            past.lend(() -> taken.set(take(repositories.repositoryFor(aggregateType), aggregateId)));
            var last = taken.get().last();
            if (last != null) {
                last.await();
            }
            getEventStore().storeSnapshot(taken.get().picture());
        };
    }

    /** The unit of work holds the lock of the thing from the loading to its own end. */
    private Taken take(Repository<?> repository, String aggregateId) {
        var living = repository.load(aggregateId);
        DomainEventMessage<?> picture = new GenericDomainEventMessage<>(
                living.type(), aggregateId, living.version(), living.invoke(root -> root));
        // Written out at once, and kept by the message: a moment later the thing may have changed.
        picture.serializePayload(form, String.class);
        return new Taken(picture, inFlight.last(aggregateId));
    }
}
