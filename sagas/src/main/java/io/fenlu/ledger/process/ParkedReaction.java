package io.fenlu.ledger.process;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a process could not do, kept until it is done or people have settled it.
 *
 * @param no in the order of parking
 * @param process for example {@code drawdown}
 * @param subject the loan (or the disbursement) it is about
 * @param factName the fact that asked for it
 * @param step the order that found no answer; nothing for a mere notice to people
 * @param reason the refusal's code, or {@link #NO_ANSWER}, {@link #BEHIND_ANOTHER} or what a notice is about
 * @param nextAttemptAt when it is tried again by itself; never, when only people can help
 */
public record ParkedReaction(
        long no,
        String process,
        UUID subject,
        String factName,
        @Nullable String step,
        String reason,
        String detail,
        int attempts,
        Instant parkedAt,
        Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt) {
    /** A fault on the way; tried again by itself. */
    public static final String NO_ANSWER = "NO_ANSWER";

    /** It waits for an earlier order about the same subject, so that nothing overtakes. */
    public static final String BEHIND_ANOTHER = "BEHIND_ANOTHER";

    /** For the console, in one line. */
    public String line() {
        return "%d  %s  %s  %s  %s  %s  %dx  since %s  next %s"
                .formatted(
                        no,
                        process,
                        subject,
                        step == null ? "(notice)" : step,
                        reason,
                        detail,
                        attempts,
                        parkedAt,
                        nextAttemptAt == null ? "by hand" : nextAttemptAt);
    }
}
