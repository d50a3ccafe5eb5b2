package io.fenlu.ledger.process.billday;

import java.time.Duration;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** How far the diary has read, so that nobody is billed by an old diary. */
@FunctionalInterface
interface DiaryReader {
    /** Looks in vain, 5 ms apart, after which a reader that says it has nothing to read is believed: other facts may not be shown to it. */
    int STANDSTILL = 1_000;

    /** Waits until everything that is a fact by now stands in the diary; false when it does not in time. */
    boolean hasReadAll(Duration patience);

    /** The diary that is read in this process. */
    static DiaryReader of(Configuration axon) {
        return patience -> {
            var head = axon.eventStore().createHeadToken();
            var last = head == null ? -1 : head.position().orElse(-1);
            var end = System.nanoTime() + patience.toNanos();
            var before = position(axon);
            for (var still = 0; position(axon) < last && still < STANDSTILL; still++) {
                if (System.nanoTime() > end || !pause()) {
                    return false;
                }
                if (position(axon) != before || !isCaughtUp(axon)) {
                    still = 0;
                }
                before = position(axon);
            }
            return true;
        };
    }

    private static long position(Configuration axon) {
        return status(axon)
                .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                .min()
                .orElse(-1);
    }

    private static boolean isCaughtUp(Configuration axon) {
        return status(axon).findAny().isPresent() && status(axon).allMatch(EventTrackerStatus::isCaughtUp);
    }

    private static Stream<EventTrackerStatus> status(Configuration axon) {
        return axon
                .eventProcessingConfiguration()
                .eventProcessor(BillDiaryGroup.NAME, StreamingEventProcessor.class)
                .stream()
                .flatMap(processor -> processor.processingStatus().values().stream());
    }

    private static boolean pause() {
        try {
            Thread.sleep(5);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
