package io.fenlu.ledger.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Brings some views of one set of tables forward, batch by batch: each fact is read and understood once for all of them, and a large batch is
 * shared among several hands, each with a transaction of its own.
 */
public final class Digesting {
    /** Hands each fact to the batch of the unit of work, and commits it. */
    interface Feeding {
        void feed(List<TrackedEventMessage<?>> facts, UnitOfWork<TrackedEventMessage<?>> unit) throws Exception;
    }

    /** What all digesting has in common. */
    record Means(TransactionManager transactions, ExecutorService hands, Feeding feeding) {}

    private final ViewTables tables;
    private final Map<String, Projection> projections;
    private final Map<String, Long> limits;
    private final Segments segments;
    private final Means means;
    private final Map<String, long[]> standing;

    /**
     * Goes on where the tables say that these views stand.
     *
     * @param limits the position at which a view stops; none for those that never do
     */
    Digesting(
            ViewTables tables, List<Projection> projections, Map<String, Long> limits, Segments segments, Means means) {
        this.tables = tables;
        this.projections =
                projections.stream().collect(Collectors.toUnmodifiableMap(Projection::view, Function.identity()));
        this.limits = Map.copyOf(limits);
        this.segments = segments;
        this.means = means;
        this.standing = tables.positions().bySegment(this.projections.keySet());
    }

    /** The position after which there is something that one of the views has not read. */
    public long least() {
        return standing.values().stream().flatMapToLong(Arrays::stream).min().orElse(ViewPositions.NOTHING);
    }

    /** Begins to digest the next facts; those before must be finished. Segments that have read them all are left in peace. */
    public Running begin(List<TrackedEventMessage<?>> facts) {
        var upTo = Recorded.position(facts.getLast());
        return new Running(segments.parts(facts, isLevel()).stream()
                .filter(part -> readers(part.share(), upTo).stream().anyMatch(ViewBatch.Reader::moves))
                .<Future<?>>map(part -> means.hands.submit(() -> {
                    digest(part, upTo);
                    return part;
                }))
                .toList());
    }

    /** Work under way. */
    public static final class Running {
        /** No work at all. */
        public static final Running NONE = new Running(List.of());

        private final List<Future<?>> parts;

        private Running(List<Future<?>> parts) {
            this.parts = parts;
        }

        /** Waits for every part of it; throws what the first that failed has thrown. */
        public void finish() throws InterruptedException {
            @Nullable Throwable failure = null;
            for (var part : parts) {
                try {
                    part.get();
                } catch (ExecutionException failed) {
                    failure = failure == null ? failed.getCause() : failure;
                }
            }
            switch (failure) {
                case null -> {}
                case RuntimeException known -> throw known;
                default -> throw new IllegalStateException(failure);
            }
        }
    }

    /** Whether all segments of each view stand at the same position. */
    private boolean isLevel() {
        return standing.values().stream()
                .allMatch(positions -> Arrays.stream(positions).distinct().count() == 1);
    }

    private void digest(Segments.Part part, long upTo) throws Exception {
        var readers = readers(part.share(), upTo);
        var batch = new ViewBatch(tables, part.share(), readers);
        if (part.facts().isEmpty()) {
            means.transactions.executeInTransaction(batch::write);
        } else {
            var unit = new BatchingUnitOfWork<TrackedEventMessage<?>>(part.facts());
            unit.attachTransaction(means.transactions);
            batch.join(unit);
            means.feeding.feed(part.facts(), unit);
        }
        for (var reader : readers) {
            var positions = standing.get(reader.projection().view());
            Arrays.fill(positions, part.share().first(), part.share().last() + 1, reader.upTo());
        }
    }

    private List<ViewBatch.Reader> readers(Segments.Share share, long upTo) {
        var readers = new ArrayList<ViewBatch.Reader>();
        standing.forEach((view, positions) -> {
            var after = positions[share.first()];
            var limit = Math.min(upTo, limits.getOrDefault(view, Long.MAX_VALUE));
            readers.add(new ViewBatch.Reader(projection(view), after, Math.max(after, limit)));
        });
        return readers;
    }

    private Projection projection(String view) {
        var projection = projections.get(view);
        if (projection == null) {
            throw new IllegalStateException("there is no view " + view);
        }
        return projection;
    }
}
