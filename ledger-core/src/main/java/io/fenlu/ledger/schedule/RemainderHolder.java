package io.fenlu.ledger.schedule;

/** Which instalment takes what does not divide evenly. */
public enum RemainderHolder {
    FIRST,
    LAST,
    /**
     * The last, after all were made a little larger or smaller so that it differs from them as little as possible: 331.77 in five
     * instalments is 4 × 68.14 and 68.12, not 4 × 68.13 and 68.16. Only equal instalments can be evened.
     */
    EVENED
}
