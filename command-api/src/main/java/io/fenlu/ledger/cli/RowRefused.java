package io.fenlu.ledger.cli;

/** A row that cannot be read; the reason is for whoever sent the file. */
final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;

    RowRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
