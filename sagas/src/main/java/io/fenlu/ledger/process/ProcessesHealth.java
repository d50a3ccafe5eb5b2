package io.fenlu.ledger.process;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says at {@code /actuator/health} how many orders and notices wait for people; that is their work, so the ledger stays up. */
final class ProcessesHealth implements HealthIndicator {
    private final ParkedReactions parked;

    ProcessesHealth(ParkedReactions parked) {
        this.parked = parked;
    }

    @Override
    public Health health() {
        var counts = parked.count();
        return Health.up()
                .withDetail(
                        "parked",
                        counts.values().stream().mapToLong(Long::longValue).sum())
                .withDetail("parked_by_process", counts)
                .build();
    }
}
