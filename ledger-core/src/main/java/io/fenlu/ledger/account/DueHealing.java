package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** What healed a part of a bill's least payment, and on which day (最低还款归属). */
public record DueHealing(int bill, Money amount, LocalDate on) {}
