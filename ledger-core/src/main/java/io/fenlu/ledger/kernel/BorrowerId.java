package io.fenlu.ledger.kernel;

/** Who owes: an opaque reference, never a name or an identity number. */
public record BorrowerId(String value) {
    public BorrowerId {
        Identity.requireOpaque(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
