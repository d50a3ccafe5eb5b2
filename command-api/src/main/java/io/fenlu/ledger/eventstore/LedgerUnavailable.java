package io.fenlu.ledger.eventstore;

/** The journal takes nothing at the moment; whoever asked may ask again with the same key. A door answers 503. */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why nothing is taken. */
    public enum Why {
        /** Too much is waiting already; nothing was written, and a moment later there will be room. */
        BUSY,
        /** The disk failed earlier; nothing was written. */
        STOPPED,
        /** The disk failed while this was being written: it may be kept or lost, only the next start will tell. */
        IN_DOUBT,
        /** The ledger is shutting down; nothing was written. */
        CLOSING
    }

    private final Why why;

    LedgerUnavailable(Why why, String message) {
        super(message);
        this.why = why;
    }

    LedgerUnavailable(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
