package io.fenlu.ledger.eventstore;

import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** Facts about a piggy bank, to try the journal with. */
public sealed interface Sample {
    @StoredAs(name = "sample.opened", revision = 1)
    record Opened(String owner) implements Sample {}

    @StoredAs(name = "sample.saved", revision = 2)
    record Saved(Money amount, LocalDate savedOn) implements Sample {}
}
