package io.fenlu.ledger.view.history;

import io.fenlu.ledger.view.NoAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Up to where a question looks: what the ledger learned later is left out. */
@Component
public final class KnownAt {
    /** What the parameter {@code known_at} does, for the description of the doors. */
    public static final String MEANS = "a position, or a time such as 2026-01-31T08:00:00Z: what was learned later is"
            + " not looked at; everything is known when absent";

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final HistoryFinder history;

    public KnownAt(HistoryFinder history) {
        this.history = history;
    }

    /**
     * The position up to which facts are looked at, at most the one that was reached.
     *
     * @throws NoAnswer {@link io.fenlu.ledger.view.ReadRefusal#PARAMETER_MALFORMED} when it is neither a position nor a time
     */
    public long upTo(@Nullable String knownAt, long reached) {
        return knownAt == null ? reached : Math.min(reached, position(knownAt));
    }

    private long position(String knownAt) {
        if (POSITION.matcher(knownAt).matches()) {
            return Long.parseLong(knownAt);
        }
        try {
            return history.positionAt(Instant.parse(knownAt));
        } catch (DateTimeException _) {
            throw NoAnswer.malformed("known_at is a position, or a time such as 2026-01-31T08:00:00Z.");
        }
    }
}
