package io.fenlu.ledger.view.replay;

import io.fenlu.ledger.view.Digesting;
import io.fenlu.ledger.view.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Reads the journal once, from where the views stand, and brings them forward; while one batch is written, the next is read. */
public final class JournalPass {
    private static final int PATIENCE_SECONDS = 10;

    private final StreamableMessageSource<TrackedEventMessage<?>> journal;
    private final Digesting digesting;
    private final int batch;
    private long events;

    public JournalPass(StreamableMessageSource<TrackedEventMessage<?>> journal, Digesting digesting, int batch) {
        this.journal = journal;
        this.digesting = digesting;
        this.batch = batch;
    }

    /** Reads on to a position; the number of facts that were read. */
    public long run(long end, Rebuild.Progress progress) throws InterruptedException {
        var begin = digesting.least();
        try (var stream = journal.openStream(begin < 0 ? null : new GlobalSequenceTrackingToken(begin))) {
            var running = Digesting.Running.NONE;
            try {
                for (var at = Math.max(0, begin); at < end; ) {
                    var facts = take(stream, at, end);
                    running.finish();
                    running = digesting.begin(facts);
                    at = Recorded.position(facts.getLast());
                    events += facts.size();
                    progress.read(at, end);
                }
            } finally {
                running.finish();
            }
        }
        return events;
    }

    private List<TrackedEventMessage<?>> take(BlockingStream<TrackedEventMessage<?>> stream, long from, long end)
            throws InterruptedException {
        var facts = new ArrayList<TrackedEventMessage<?>>(batch);
        for (var at = from; facts.size() < batch && at < end; at = Recorded.position(facts.getLast())) {
            if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the journal ends at " + at + ", before " + end);
            }
            facts.add(stream.nextAvailable());
        }
        return facts;
    }
}
