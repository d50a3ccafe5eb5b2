package io.fenlu.ledger.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Reads the journal once for some views, from where the last of them stands; while one batch is written, the next is read. */
final class Lane {
    private static final int LOOK_ANYWAY_MILLIS = 500;

    /** Says whether to go on; asked between batches. */
    interface Permission {
        /** @param idle whether there is nothing more to read just now */
        boolean goOn(boolean idle);
    }

    private final StreamableMessageSource<TrackedEventMessage<?>> journal;
    private final Digesting digesting;
    private final Stride stride;
    private final Wake wake;

    Lane(StreamableMessageSource<TrackedEventMessage<?>> journal, Digesting digesting, Stride stride, Wake wake) {
        this.journal = journal;
        this.digesting = digesting;
        this.stride = stride;
        this.wake = wake;
    }

    /** Reads until it may not go on; nothing is under way any more when this returns or throws. */
    void read(Permission permission) throws InterruptedException {
        var least = digesting.least();
        try (var stream = journal.openStream(least < 0 ? null : new GlobalSequenceTrackingToken(least))) {
            var rings = stream.setOnAvailableCallback(wake::ring);
            var running = Digesting.Running.NONE;
            var idle = false;
            try {
                while (permission.goOn(idle)) {
                    if (idle) {
                        await(stream, rings);
                    }
                    var batch = take(stream, stride.length());
                    running.finish();
                    if (running != Digesting.Running.NONE) {
                        stride.taken();
                    }
                    running = Digesting.Running.NONE;
                    idle = batch.isEmpty();
                    if (!idle) {
                        stride.begins(Recorded.position(batch.getLast()));
                        running = digesting.begin(batch);
                    }
                }
            } finally {
                running.finish();
            }
        }
    }

    private void await(BlockingStream<TrackedEventMessage<?>> stream, boolean rings) throws InterruptedException {
        if (rings) {
            wake.await(LOOK_ANYWAY_MILLIS);
        } else {
            stream.hasNextAvailable(LOOK_ANYWAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static List<TrackedEventMessage<?>> take(BlockingStream<TrackedEventMessage<?>> stream, int atMost)
            throws InterruptedException {
        var batch = new ArrayList<TrackedEventMessage<?>>();
        while (batch.size() < atMost && stream.hasNextAvailable()) {
            batch.add(stream.nextAvailable());
        }
        return batch;
    }
}
