package io.fenlu.ledger.books;

import io.fenlu.ledger.signingkey.SigningKeyEvent;

/** What each fact about the ledger's signing key means in debit and credit: nothing, since no money moves. */
public final class SigningKeyPostings {
    private SigningKeyPostings() {}

    public static Posting of(SigningKeyEvent event) {
        return Posting.on(event.businessDate()).posting();
    }
}
