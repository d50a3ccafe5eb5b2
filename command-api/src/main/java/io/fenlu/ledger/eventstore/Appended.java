package io.fenlu.ledger.eventstore;

import java.time.Instant;

/** Where the facts of one command stand: consecutive positions from the first, all recorded at the same instant. */
record Appended(long firstPosition, Instant recordedAt) {}
