package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill (账单明细).
 *
 * @param entry to which it goes back: a purchase, a payment, a plan; none for interest and late fees
 * @param text the merchant and the order, or which period
 * @param amount by which it changes the balance of the bill; zero for an order that is paid in periods
 */
public record BillLine(
        LocalDate on,
        BillLineKind kind,
        @Nullable EntryId entry,
        @Nullable String text,
        Money amount) {}
