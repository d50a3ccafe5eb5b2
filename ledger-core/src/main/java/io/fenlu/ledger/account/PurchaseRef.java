package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.EntryId;

/**
 * An earlier purchase (原交易).
 *
 * @param bill the number of the cycle in which it was posted; an order may say 0, and the account looks it up
 */
public record PurchaseRef(EntryId purchase, int bill) {
    /** A purchase by its name alone. */
    public static PurchaseRef to(EntryId purchase) {
        return new PurchaseRef(purchase, 0);
    }
}
