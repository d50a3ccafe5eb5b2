package io.fenlu.ledger.integrity;

/** The file of the signing key cannot be used as it is; the message is the one line for whoever keeps it. */
public final class UnusableKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableKey(String message) {
        super(message);
    }

    UnusableKey(String message, Throwable cause) {
        super(message, cause);
    }
}
