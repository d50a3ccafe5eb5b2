package io.fenlu.ledger.bench;

/** Who is measured. */
enum Side {
    /** The ledger. */
    LEDGER("ledger"),
    /** The framework out of the box, as durable as the ledger. */
    STOCK("stock"),
    /** The framework out of the box, its database set to write at each commit but not told to sync: less durable. */
    STOCK_UNSYNCED("stock-unsynced"),
    /** What plain JDBC reaches with the ledger's rows. */
    CEILING("ceiling");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
