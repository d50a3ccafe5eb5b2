package io.fenlu.ledger.house.samples;

import com.tngtech.archunit.lang.ArchRule;
import io.fenlu.ledger.kernel.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Breaks one rule with each of its members. */
public final class Careless {
    static int counted;

    private BigDecimal rate = BigDecimal.ONE;

    void setRate(BigDecimal rate) {
        this.rate = rate;
    }

    Instant begin() {
        counted = counted + rate.scale();
        return Instant.now();
    }

    UUID invent() {
        return UUID.randomUUID();
    }

    String borrow(ArchRule rule) {
        return rule.getDescription();
    }

    HttpStatus answer() {
        return HttpStatus.OK;
    }

    record PayCommand(UUID subject, LocalDate businessDate) implements Order {}
}
