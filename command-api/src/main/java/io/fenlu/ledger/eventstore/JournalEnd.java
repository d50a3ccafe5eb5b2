package io.fenlu.ledger.eventstore;

import io.fenlu.ledger.integrity.ChainedEvent;
import java.time.Instant;

/**
 * Where the journal ends and the next line is joined on.
 *
 * @param position of the last line; 0 in an empty journal
 * @param recordedAt of the last line
 * @param hash of the last line
 */
@SuppressWarnings("ArrayRecordComponent")
record JournalEnd(long position, Instant recordedAt, byte[] hash) {
    static final JournalEnd OF_NOTHING = new JournalEnd(0, Instant.EPOCH, ChainedEvent.genesis());

    /** The line that follows, sealed. */
    HashedLine next(PendingEvent event, Instant at) {
        var line = event.at(position + 1, at);
        return new HashedLine(line, line.chained().hash(hash));
    }

    /** The end once a line was written. */
    static JournalEnd at(HashedLine line) {
        return new JournalEnd(line.event().position(), line.event().recordedAt(), line.hash());
    }
}
