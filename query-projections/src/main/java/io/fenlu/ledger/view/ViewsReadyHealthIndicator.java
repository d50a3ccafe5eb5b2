package io.fenlu.ledger.view;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells {@code /actuator/health/readiness} whether there is any view that reads on. While one of several stands still the others answer
 * as always; when all of them do, this process had better not be asked.
 */
@Component
public final class ViewsReadyHealthIndicator implements HealthIndicator {
    private final ViewWatch watch;

    public ViewsReadyHealthIndicator(ViewWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        var views = watch.standings();
        var allFail = !views.isEmpty() && views.stream().allMatch(view -> view.status() == ViewWatch.Status.FAILING);
        return allFail
                ? Health.down().withDetail("views", "all stand still").build()
                : Health.up().build();
    }
}
