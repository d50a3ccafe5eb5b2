package io.fenlu.ledger.classification;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** What had to be paid by a day (应还款): one instalment, or the minimum of one bill. */
public record Obligation(int number, LocalDate dueOn, Money principal, Money interest) {}
