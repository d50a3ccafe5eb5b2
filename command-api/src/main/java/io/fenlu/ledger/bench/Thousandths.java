package io.fenlu.ledger.bench;

import java.math.BigDecimal;
import java.util.Collection;

/** Numbers that are not whole, kept to three decimals. */
final class Thousandths {
    private Thousandths() {}

    /** How often a part goes into a whole; 0 of nothing. */
    static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(whole == 0 ? 0 : part * 1_000L / whole, 3);
    }

    /** The middle one of some numbers; of an even count the lower of the two in the middle. */
    static <T extends Comparable<T>> T median(Collection<T> numbers) {
        return numbers.stream()
                .sorted()
                .skip((numbers.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
