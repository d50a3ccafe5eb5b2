package io.fenlu.ledger.gate;

import io.fenlu.ledger.kernel.Fact;

/**
 * A fact and its place in the one order of all facts.
 *
 * @param requestId of the request from which it followed
 */
public record KeptFact(long position, Fact fact, String requestId) {}
