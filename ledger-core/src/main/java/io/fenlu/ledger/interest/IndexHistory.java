package io.fenlu.ledger.interest;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The published values of an index of interest (基准利率、LPR), each in force from the day it was published.
 *
 * @param code for example {@code LPR-1Y}
 * @param values by date; annual rates
 */
public record IndexHistory(String code, List<RateFrom> values) {
    public IndexHistory {
        values = values.stream().sorted(Comparator.comparing(RateFrom::from)).toList();
        if (values.stream().anyMatch(value -> value.rate().per() != Rate.Per.YEAR)) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "an index is published per year");
        }
    }

    /**
     * The value last published up to a day.
     *
     * @throws InvalidValue {@link ValueRefusal#INDEX_NOT_PUBLISHED}
     */
    public Rate lastUpTo(LocalDate day) {
        return values.stream()
                .filter(value -> !value.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElseThrow(
                        () -> new InvalidValue(ValueRefusal.INDEX_NOT_PUBLISHED, code + " was not published by " + day))
                .rate();
    }
}
