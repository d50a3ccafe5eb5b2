package io.fenlu.ledger.cli;

import io.fenlu.ledger.gate.History;
import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** A line every second for whoever waits. */
final class Progress implements AutoCloseable {
    private final ScheduledExecutorService clock;

    private Progress(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    static Progress of(LongFunction<String> progress, History history, PrintWriter out) {
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("import-progress").daemon().factory());
        var _ = clock.scheduleAtFixedRate(
                () -> {
                    out.println(progress.apply(history.lastPosition()));
                    out.flush();
                },
                1,
                1,
                TimeUnit.SECONDS);
        return new Progress(clock);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
