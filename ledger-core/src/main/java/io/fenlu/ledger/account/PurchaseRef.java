package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.EntryId;
import java.time.LocalDate;

/** A purchase and the day on which it was posted (原交易). */
public record PurchaseRef(EntryId purchase, LocalDate postedOn) {}
