package io.fenlu.ledger.eventstore;

/**
 * One line of the journal and its seal.
 *
 * @param hash of the line and, through the hash before it, of all lines up to it; 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record HashedLine(StoredEvent event, byte[] hash) {}
