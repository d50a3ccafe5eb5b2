package io.fenlu.ledger.view.replay;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewReaders;
import io.fenlu.ledger.view.ViewSchemas;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.ViewWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.stereotype.Component;

/**
 * Makes all views again from the first fact, beside the live ones, and compares them.
 *
 * <p>The live reader of this process pauses meanwhile, and what another one writes is not looked at, so that both stand at the same place;
 * questions are answered all the same.
 */
@Component
public final class Rebuild {
    /** Hears how far the reading has come. */
    public interface Progress {
        void read(long position, long of);
    }

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final List<Projection> projections;
    private final ViewSchemas schemas;
    private final ViewTables live;
    private final ViewReaders readers;
    private final ViewWatch watch;
    private final Configuration axon;

    public Rebuild(
            List<Projection> projections,
            ViewSchemas schemas,
            ViewTables live,
            ViewReaders readers,
            ViewWatch watch,
            Configuration axon) {
        this.projections = List.copyOf(projections);
        this.schemas = schemas;
        this.live = live;
        this.readers = readers;
        this.watch = watch;
        this.axon = axon;
    }

    /**
     * Waits until the live views have read all that is in the journal now.
     *
     * @return whether they have; not when one of them stands still, or the time was up
     */
    public boolean awaitLive(Duration atMost) {
        var head = watch.head();
        var deadline = System.nanoTime() + atMost.toNanos();
        while (live.positions().await(names(), head, A_WHILE) < head) {
            if (System.nanoTime() > deadline || anyFailing()) {
                return false;
            }
        }
        return true;
    }

    private boolean anyFailing() {
        return watch.standings().stream().anyMatch(view -> view.status() == ViewWatch.Status.FAILING);
    }

    /**
     * Makes all views again and compares them with the live ones.
     *
     * @param replaceLive whether the new ones then take the place of the live ones
     */
    public RebuildReport run(boolean replaceLive, Progress progress) throws InterruptedException {
        reader().shutDown();
        try {
            schemas.drop(ViewSchemas.REBUILT);
            var report = compare(schemas.open(ViewSchemas.REBUILT), progress);
            if (replaceLive) {
                schemas.replaceLive();
            }
            return report;
        } finally {
            schemas.drop(ViewSchemas.REBUILT);
            reader().start();
        }
    }

    /** What another process reads into the live views meanwhile is neither made again nor compared. */
    private RebuildReport compare(ViewTables rebuilt, Progress progress) throws InterruptedException {
        try (var still = schemas.still()) {
            var lived = still.tables();
            Map<String, Long> upTo = names().stream().collect(Collectors.toMap(name -> name, lived.positions()::of));
            var begun = System.nanoTime();
            var end = upTo.values().stream().mapToLong(Long::longValue).max().orElse(0);
            var events = new JournalPass(axon.eventStore(), readers.digesting(rebuilt, upTo), readers.batch())
                    .run(end, progress);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            return new RebuildReport(
                    events,
                    took,
                    projections.stream()
                            .map(projection -> ViewComparison.of(projection, lived, rebuilt))
                            .toList());
        }
    }

    private List<String> names() {
        return projections.stream().map(Projection::view).toList();
    }

    private EventProcessor reader() {
        return axon.eventProcessingConfiguration()
                .eventProcessor(ViewReaders.NAME)
                .orElseThrow(() -> new IllegalStateException("nobody reads for the views"));
    }
}
