package io.fenlu.ledger.kernel;

/** Who lends: the licensed institution whose money it is. */
public record LenderId(String value) {
    public LenderId {
        Identity.requireOpaque(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
