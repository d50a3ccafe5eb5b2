package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** What is left of an authorisation (预授权冻结); from the day after its expiry on it holds nothing. */
public record Hold(EntryId authorisation, String merchant, String orderNumber, Money left, LocalDate expiresOn) {}
