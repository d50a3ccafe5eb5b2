package io.fenlu.ledger.view;

import java.util.LinkedHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells {@code /actuator/health} how far each view has read; down while a view stands still. */
@Component
public final class ViewsHealthIndicator implements HealthIndicator {
    private final ViewWatch watch;

    public ViewsHealthIndicator(ViewWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        var standings = watch.standings();
        var health = standings.stream().allMatch(view -> view.status() == ViewWatch.Status.READING)
                ? Health.up()
                : Health.down();
        for (var view : standings) {
            var detail = new LinkedHashMap<String, Object>();
            detail.put("position", view.position());
            detail.put("lag", view.lag());
            detail.put("status", Choice.word(view.status()));
            if (!view.trouble().isEmpty()) {
                detail.put("trouble", view.trouble());
            }
            health.withDetail(view.view(), detail);
        }
        return health.build();
    }
}
