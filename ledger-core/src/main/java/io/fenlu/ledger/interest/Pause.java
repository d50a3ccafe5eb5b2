package io.fenlu.ledger.interest;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;

/** Days on which a loan bears no interest (停息), the first and the last included: 5 to 10 February are six days. */
public record Pause(LocalDate firstDay, LocalDate lastDay) {
    public Pause {
        if (lastDay.isBefore(firstDay)) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "a pause cannot end on " + lastDay + " before it begins on " + firstDay);
        }
    }
}
