package io.fenlu.ledger.eventstore;

/** The name and revision under which a fact is stored, for example {@code loan.repayment-received/1}. */
public record StoredName(String name, int revision) {
    @Override
    public String toString() {
        return name + "/" + revision;
    }
}
