package io.fenlu.ledger.view.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewReaders;
import io.fenlu.ledger.view.ViewTables;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.stereotype.Component;

/** How long the live views take to show what was written, while it is being written. */
@Component
public final class LiveLag {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WAITING = 100_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final List<String> views;
    private final ViewTables live;
    private final Configuration axon;

    public LiveLag(List<Projection> projections, ViewTables live, Configuration axon) {
        this.views = projections.stream().map(Projection::view).toList();
        this.live = live;
        this.axon = axon;
    }

    /**
     * What was measured.
     *
     * @param perSecond facts written
     * @param p50 milliseconds from acknowledgement until every view shows a fact
     * @param caughtUp milliseconds from the last acknowledgement until every view shows everything
     */
    public record Lag(
            @JsonProperty("per_second") long perSecond,
            @JsonProperty("p50_ms") long p50,
            @JsonProperty("p99_ms") long p99,
            @JsonProperty("caught_up_ms") long caughtUp) {}

    private record Written(long position, long at) {}

    /** Brings the live views up to the end of the journal first. */
    void begin() {
        reader().start();
        require(axon.eventStore().createHeadToken().position().orElse(0), Duration.ofMinutes(30));
    }

    /**
     * Writes for some seconds.
     *
     * @param perSecond how many facts, or 0 for as many as the journal takes
     */
    Lag measure(PreparedBook book, long perSecond, int seconds) {
        BlockingQueue<Written> written = new ArrayBlockingQueue<>(WAITING);
        var lags = new ConcurrentLinkedQueue<Long>();
        var watching = CompletableFuture.runAsync(() -> watch(written, lags), Thread::startVirtualThread);
        var begun = System.nanoTime();
        var facts = 0L;
        var last = begun;
        while (last - begun < seconds * SECOND) {
            var size = perSecond == 0 ? 100 : Math.toIntExact(Math.max(1, perSecond / 200));
            book.tellSome(axon.eventStore(), size);
            facts += size;
            last = System.nanoTime();
            written.add(new Written(book.told(), last));
            if (perSecond > 0) {
                LockSupport.parkNanos(begun + facts * SECOND / perSecond - last);
            }
        }
        require(book.told(), PATIENCE);
        var caughtUp = (System.nanoTime() - last) / MILLI;
        written.add(new Written(-1, last));
        watching.join();
        var sorted = lags.stream().sorted().toList();
        return new Lag(Rate.perSecond(facts, last - begun), share(sorted, 50), share(sorted, 99), caughtUp);
    }

    private void watch(BlockingQueue<Written> written, ConcurrentLinkedQueue<Long> lags) {
        try {
            for (var next = written.take(); next.position >= 0; next = written.take()) {
                require(next.position, PATIENCE);
                lags.add((System.nanoTime() - next.at) / MILLI);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void require(long position, Duration patience) {
        if (live.positions().await(views, position, patience) < position) {
            throw new IllegalStateException("the views did not read up to " + position + " in time");
        }
    }

    private static long share(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private EventProcessor reader() {
        return axon.eventProcessingConfiguration()
                .eventProcessor(ViewReaders.NAME)
                .orElseThrow(() -> new IllegalStateException("nobody reads for the views"));
    }
}
