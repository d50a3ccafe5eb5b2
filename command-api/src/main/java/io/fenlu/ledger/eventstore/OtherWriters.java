package io.fenlu.ledger.eventstore;

import java.util.Set;

/** Hears of what other processes wrote to the same journal. */
public interface OtherWriters {
    /** They wrote facts about these aggregates. */
    void wroteTo(Set<String> aggregateIds);

    /** They may have written about any aggregate. */
    void wroteMuch();
}
