package io.fenlu.ledger.view.replay;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/** Reads the journal once from the first fact and feeds all views with it, through the same doors as the live readers do. */
final class JournalPass {
    private static final int BATCH = 1_000;
    private static final int PATIENCE_SECONDS = 10;

    /** One view and the position at which it stops reading. */
    private record Reader(AnnotationEventHandlerAdapter view, long upTo) {}

    private final StreamableMessageSource<TrackedEventMessage<?>> journal;
    private final TransactionManager transactions;
    private final List<Reader> readers = new ArrayList<>();
    private long events;

    JournalPass(StreamableMessageSource<TrackedEventMessage<?>> journal, TransactionManager transactions) {
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Feeds these views, each into other tables, and each only as far as the live one has read. */
    JournalPass feed(List<Projection> projections, ViewTables into, Map<String, Long> upTo) {
        for (var projection : projections) {
            readers.add(new Reader(
                    new AnnotationEventHandlerAdapter(projection.over(into)),
                    upTo.getOrDefault(projection.view(), 0L)));
        }
        return this;
    }

    /** Reads on to the furthest of the positions; the number of facts that were read. */
    long run(Rebuild.Progress progress) throws InterruptedException {
        var end = readers.stream().mapToLong(Reader::upTo).max().orElse(0);
        try (var stream = journal.openStream(null)) {
            for (var at = 0L; at < end; ) {
                var batch = new ArrayList<TrackedEventMessage<?>>(BATCH);
                while (batch.size() < BATCH && at < end) {
                    if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("the journal ends at " + at + ", before " + end);
                    }
                    var message = stream.nextAvailable();
                    at = message.trackingToken().position().orElseThrow();
                    batch.add(message);
                }
                digest(batch);
                progress.read(at, end);
            }
        }
        return events;
    }

    private void digest(List<TrackedEventMessage<?>> batch) {
        var unit = new BatchingUnitOfWork<TrackedEventMessage<?>>(batch);
        unit.attachTransaction(transactions);
        var result = unit.executeWithResult(() -> {
            var message = unit.getMessage();
            var position = message.trackingToken().position().orElseThrow();
            for (var reader : readers) {
                if (position <= reader.upTo) {
                    reader.view.handle(message);
                }
            }
            return position;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(
                    "the views could not be made again from the facts", result.exceptionResult());
        }
        events += batch.size();
    }
}
