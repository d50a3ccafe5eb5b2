package io.fenlu.ledger.schedule;

/** Which instalment takes what does not divide evenly. */
public enum RemainderHolder {
    FIRST,
    LAST
}
