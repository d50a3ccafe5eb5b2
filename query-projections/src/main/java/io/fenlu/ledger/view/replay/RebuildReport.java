package io.fenlu.ledger.view.replay;

import java.time.Duration;
import java.util.List;

/** What came of making all views again. */
public record RebuildReport(long events, Duration took, List<ViewComparison> views) {
    /** Whether every view was what the facts say. */
    public boolean allEqual() {
        return views.stream().allMatch(ViewComparison::equal);
    }

    /** How many facts were read each second; reading once feeds all views. */
    public long eventsPerSecond() {
        return events * 1_000 / Math.max(1, took.toMillis());
    }
}
