package io.fenlu.ledger.notary;

import io.fenlu.ledger.integrity.Checkpoint;
import io.fenlu.ledger.integrity.MalformedNote;
import io.fenlu.ledger.integrity.SignedNote;
import java.time.Instant;

/**
 * A checkpoint as it was signed and given away.
 *
 * @param size how many lines it speaks of
 * @param note the signed text
 */
public record KeptCheckpoint(long size, String note, Instant signedAt) {
    /** A checkpoint out of a text that somebody has kept. */
    public static KeptCheckpoint of(String note) {
        return new KeptCheckpoint(
                Checkpoint.parse(SignedNote.parse(note).body()).size(), note, Instant.EPOCH);
    }

    /**
     * The signed text, understood.
     *
     * @throws MalformedNote when it is not one, or not written as this ledger writes them
     */
    public SignedNote signed() {
        var signed = SignedNote.parse(note);
        if (!signed.text().equals(note)) {
            throw new MalformedNote("the note is not written as it was signed");
        }
        return signed;
    }

    /**
     * What it says.
     *
     * @throws MalformedNote when it does not say it in three lines
     */
    public Checkpoint says() {
        var signed = signed();
        var checkpoint = Checkpoint.parse(signed.body());
        if (!checkpoint.body().equals(signed.body())) {
            throw new MalformedNote("a checkpoint has three lines: name, size, root");
        }
        return checkpoint;
    }
}
