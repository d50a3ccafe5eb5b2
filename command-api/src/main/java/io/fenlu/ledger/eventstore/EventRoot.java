package io.fenlu.ledger.eventstore;

/** Announces one family of facts (a sealed interface) to the catalogue; every bean of this type is taken in. */
public record EventRoot(Class<?> family) {}
