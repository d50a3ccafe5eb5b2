package io.fenlu.ledger.product;

/** The name of a row of terms, for example {@code cash-loan}. */
public record ProductCode(String value) {}
