package io.fenlu.ledger.books;

import io.fenlu.ledger.creditline.CreditLineEvent;

/** What each fact of a credit line means in debit and credit: a limit is a promise, not money, so nothing is posted. */
public final class CreditLinePostings {
    private CreditLinePostings() {}

    public static Posting of(CreditLineEvent event) {
        return Posting.on(event.businessDate()).posting();
    }
}
