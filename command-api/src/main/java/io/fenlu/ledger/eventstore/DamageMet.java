package io.fenlu.ledger.eventstore;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What of the journal was not found by whoever needed it, and the first of it. */
final class DamageMet {
    private final AtomicReference<@Nullable JournalDamaged> first = new AtomicReference<>();

    /** Empty as long as all that was asked for was there. */
    Optional<JournalDamaged> first() {
        return Optional.ofNullable(first.get());
    }

    /**
     * Compares positions that were found with those that there must be.
     *
     * @throws JournalDamaged at the first that differs
     */
    void requireAll(long[] found, long[] expected) {
        var line = Arrays.mismatch(found, expected);
        if (line >= 0) {
            throw notFound(line < expected.length ? expected[line] : found[line]);
        }
    }

    JournalDamaged notFound(long position) {
        return met(new JournalDamaged(position, "the line is not found"));
    }

    JournalDamaged met(JournalDamaged damage) {
        first.compareAndSet(null, damage);
        return damage;
    }
}
