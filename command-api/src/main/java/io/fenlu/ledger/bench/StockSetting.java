package io.fenlu.ledger.bench;

/**
 * How the framework out of the box is set up.
 *
 * @param plainColumns on H2: helps it to faster tables than its own
 * @param connections how many transactions it may have under way at once
 */
record StockSetting(boolean plainColumns, int connections) {
    /** Kind to it: as many as the ledger may use. */
    static final int CONNECTIONS = 32;

    /** As it comes, and no worse connected than the ledger. */
    static final StockSetting AS_IT_COMES = new StockSetting(false, CONNECTIONS);
}
