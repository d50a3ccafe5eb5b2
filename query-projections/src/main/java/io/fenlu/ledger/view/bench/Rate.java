package io.fenlu.ledger.view.bench;

import java.math.BigDecimal;
import java.util.List;

/** Reckoning with measured numbers. */
final class Rate {
    private static final long SECOND = 1_000_000_000L;

    private Rate() {}

    static long perSecond(long facts, long nanos) {
        return facts * SECOND / Math.max(1, nanos);
    }

    static BigDecimal ratio(long ours, long theirs) {
        return BigDecimal.valueOf(ours * 1_000 / Math.max(1, theirs), 3);
    }

    static long median(List<Long> rates) {
        var sorted = rates.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
