package io.fenlu.ledger.boot;

/** The program cannot start as it was asked to; the message is the one line for whoever started it. */
public final class BadSetup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSetup(String message) {
        super(message);
    }

    public BadSetup(String message, Throwable cause) {
        super(message, cause);
    }
}
