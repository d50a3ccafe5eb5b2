package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** Money that moves on a day, seen by the borrower: received is positive, paid is negative. */
public record CashFlow(LocalDate on, Money amount) {}
