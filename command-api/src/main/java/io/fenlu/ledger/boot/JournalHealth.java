package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.LedgerUnavailable;
import io.fenlu.ledger.eventstore.SerialAppender;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells whether the journal takes facts, by writing nothing the way a fact is written, and how far it has got. */
final class JournalHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SerialAppender appender;

    JournalHealth(SerialAppender appender) {
        this.appender = appender;
    }

    @Override
    public Health health() {
        return ask().withDetail("position", appender.durablePosition()).build();
    }

    private Health.Builder ask() {
        try {
            appender.tryOut(PATIENCE);
            return Health.up();
        } catch (LedgerUnavailable unavailable) {
            return Health.down().withDetail("reason", String.valueOf(unavailable.getMessage()));
        }
    }
}
