package io.fenlu.ledger.bench;

import io.fenlu.ledger.loan.LoanCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * What came of one stretch of time in which all clients asked one thing after the other.
 *
 * @param acknowledged whose orders were answered with yes, each as often as it was
 * @param inTime how many of these answers came before the time was over
 */
record Window(List<UUID> acknowledged, long inTime, long errors, Duration length, Latencies latencies) {
    /** Lets clients ask for as long as it takes; each waits for its answer before it asks again. */
    static Window of(Predicate<LoanCommand> ledger, Orders orders, int clients, Duration length) {
        var latencies = new Latencies();
        var inTime = new LongAdder();
        var errors = new LongAdder();
        var acknowledged = new ArrayList<List<UUID>>();
        var end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                var own = new ArrayList<UUID>();
                acknowledged.add(own);
                threads.submit(() -> {
                    for (var begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                        var order = orders.next();
                        if (ledger.test(order)) {
                            own.add(order.subject());
                        } else {
                            errors.increment();
                            continue;
                        }
                        var now = System.nanoTime();
                        latencies.record(now - begun);
                        if (now < end) {
                            inTime.increment();
                        }
                    }
                });
            }
        }
        return new Window(
                acknowledged.stream().flatMap(List::stream).toList(), inTime.sum(), errors.sum(), length, latencies);
    }

    /** Yeses per second. */
    long perSecond() {
        return inTime * 1_000 / length.toMillis();
    }
}
