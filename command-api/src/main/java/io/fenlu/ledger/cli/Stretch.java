package io.fenlu.ledger.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How much a run has written since it began, and how fast. */
final class Stretch {
    private final long start = System.nanoTime();
    private final long firstPosition;

    Stretch(long firstPosition) {
        this.firstPosition = firstPosition;
    }

    String progress(long position) {
        var facts = position - firstPosition;
        return "%,d facts, %,d a second"
                .formatted(facts, facts / Math.max(1, elapsed().toSeconds()));
    }

    ImportReport.Pace pace(long position) {
        var events = position - firstPosition;
        var seconds = BigDecimal.valueOf(elapsed().toMillis(), 3);
        var perSecond = seconds.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(events).divide(seconds, 1, RoundingMode.HALF_UP);
        return new ImportReport.Pace(events, seconds, perSecond);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
