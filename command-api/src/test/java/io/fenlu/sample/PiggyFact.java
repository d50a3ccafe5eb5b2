package io.fenlu.sample;

import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Money;

/** What can happen to a piggy bank. */
public sealed interface PiggyFact {
    String pig();

    @StoredAs(name = "piggy.bought", revision = 1)
    record PigBought(String pig) implements PiggyFact {}

    @StoredAs(name = "piggy.fed", revision = 1)
    record PigFed(String pig, Money amount, Money total) implements PiggyFact {}

    @StoredAs(name = "piggy.praised", revision = 1)
    record PigPraised(String pig) implements PiggyFact {}
}
