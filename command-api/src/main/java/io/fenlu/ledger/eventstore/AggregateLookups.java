package io.fenlu.ledger.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether the facts of each aggregate are also found when they are asked for by aggregate.
 *
 * <p>Hashes cover what is read by position. An index by aggregate that was damaged would hide facts from those who decide on them.
 */
public final class AggregateLookups {
    private final Map<String, Long> facts = new HashMap<>();

    /** Takes note of a line that was read by position. */
    public void saw(StoredEvent line) {
        facts.merge(line.aggregateId(), 1L, Long::sum);
    }

    /** The first aggregate that is found with other facts than it has, in words; empty when there is none. */
    public Optional<String> firstWrong(LedgerReader reader) {
        return facts.entrySet().stream()
                .filter(each -> !reader.isWhole(each.getKey(), each.getValue()))
                .map(each -> "the facts of " + each.getKey() + ", " + each.getValue()
                        + " in number, are not all found by aggregate")
                .findFirst();
    }
}
