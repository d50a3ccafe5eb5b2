package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.SerialAppender;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells whether the journal takes facts, and how far it has got. */
final class JournalHealth implements HealthIndicator {
    private final SerialAppender appender;

    JournalHealth(SerialAppender appender) {
        this.appender = appender;
    }

    @Override
    public Health health() {
        var closed = appender.closed();
        var health =
                closed == null ? Health.up() : Health.down().withDetail("reason", String.valueOf(closed.getMessage()));
        return health.withDetail("position", appender.durablePosition()).build();
    }
}
