package io.fenlu.ledger.eventstore;

/** A journal's no, for tests of those who have to pass it on. */
public final class Unavailable {
    private Unavailable() {}

    public static LedgerUnavailable because(LedgerUnavailable.Why why) {
        return new LedgerUnavailable(why, "told by a test");
    }
}
