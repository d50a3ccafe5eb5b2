package io.fenlu.ledger.boot;

/** A command that does its work without opening the ledger; it is made with its constructor without arguments. */
public interface WithoutLedger {}
