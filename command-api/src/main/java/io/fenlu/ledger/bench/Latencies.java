package io.fenlu.ledger.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long answers took, in buckets of at most 3 % width; to be filled by many at once. */
final class Latencies {
    private static final int BITS = 5;
    private static final int PER_OCTAVE = 1 << BITS;

    private final AtomicLongArray counts = new AtomicLongArray(PER_OCTAVE * 48);

    void record(long nanos) {
        counts.incrementAndGet(bucket(Math.max(0, nanos / 1_000)));
    }

    void add(Latencies other) {
        for (var bucket = 0; bucket < counts.length(); bucket++) {
            counts.addAndGet(bucket, other.counts.get(bucket));
        }
    }

    /** The microseconds within which so many of a thousand answers came; 0 when there were none. */
    long micros(int ofThousand) {
        var all = 0L;
        for (var bucket = 0; bucket < counts.length(); bucket++) {
            all += counts.get(bucket);
        }
        var wanted = Math.ceilDiv(all * ofThousand, 1_000L);
        var seen = 0L;
        for (var bucket = 0; bucket < counts.length(); bucket++) {
            seen += counts.get(bucket);
            if (seen > 0 && seen >= wanted) {
                return upTo(bucket);
            }
        }
        return 0;
    }

    private static int bucket(long micros) {
        if (micros < PER_OCTAVE) {
            return (int) micros;
        }
        var octave = 63 - Long.numberOfLeadingZeros(micros) - BITS;
        return PER_OCTAVE * octave + (int) (micros >> octave);
    }

    private static long upTo(int bucket) {
        if (bucket < 2 * PER_OCTAVE) {
            return bucket;
        }
        var octave = bucket / PER_OCTAVE - 1;
        return ((long) (bucket - PER_OCTAVE * octave + 1) << octave) - 1;
    }
}
