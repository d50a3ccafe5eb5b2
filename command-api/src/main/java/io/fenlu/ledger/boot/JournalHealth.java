package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.LedgerUnavailable;
import io.fenlu.ledger.eventstore.SerialAppender;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells whether the journal takes facts, by writing nothing the way a fact is written, whether all was found that was read, and how far it has got. */
final class JournalHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SerialAppender appender;
    private final LedgerReader reader;

    JournalHealth(SerialAppender appender, LedgerReader reader) {
        this.appender = appender;
        this.reader = reader;
    }

    @Override
    public Health health() {
        return ask().withDetail("position", appender.durablePosition()).build();
    }

    private Health.Builder ask() {
        var damage = reader.damage();
        if (damage.isPresent()) {
            return Health.down()
                    .withDetail("reason", String.valueOf(damage.get().getMessage()));
        }
        try {
            appender.tryOut(PATIENCE);
            return Health.up();
        } catch (LedgerUnavailable unavailable) {
            return Health.down().withDetail("reason", String.valueOf(unavailable.getMessage()));
        }
    }
}
