package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** What a bill asked for at least, beyond what earlier bills had asked for, and what of it is unpaid (应还最低还款额). */
public record Due(int bill, LocalDate dueOn, Money amount, Money open) {}
