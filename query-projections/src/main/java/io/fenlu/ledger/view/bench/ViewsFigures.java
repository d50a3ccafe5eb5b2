package io.fenlu.ledger.view.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param ours the rate of each run in the default number of segments
 * @param stock the rate of each run between them
 * @param ratio of the medians
 * @param compared how many facts each number of segments was measured with
 * @param segments the rate by number of segments
 */
record ViewsFigures(
        long events,
        @JsonProperty("ours_per_second") long oursPerSecond,
        @JsonProperty("stock_per_second") long stockPerSecond,
        BigDecimal ratio,
        @JsonProperty("digests_equal") boolean digestsEqual,
        @JsonProperty("ours_runs") List<Long> ours,
        @JsonProperty("stock_runs") List<Long> stock,
        @JsonProperty("stock_events") long sample,
        @JsonProperty("compared_events") long compared,
        @JsonProperty("segments_per_second") Map<Integer, Long> segments) {
    static BigDecimal ratio(long ours, long stock) {
        return BigDecimal.valueOf(ours * 100 / Math.max(1, stock), 2);
    }
}
