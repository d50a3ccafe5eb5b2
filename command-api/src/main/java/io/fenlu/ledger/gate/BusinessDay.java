package io.fenlu.ledger.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which day it is where the ledger keeps its books. */
@Component
public final class BusinessDay {
    private final ZoneId zone;
    private final Clock clock;

    BusinessDay(@Value("${ledger.zone:Asia/Shanghai}") ZoneId zone, ObjectProvider<Clock> clock) {
        this.zone = zone;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    public LocalDate today() {
        return today(zone);
    }

    /** Which day it is somewhere else. */
    public LocalDate today(ZoneId elsewhere) {
        return LocalDate.now(clock.withZone(elsewhere));
    }
}
