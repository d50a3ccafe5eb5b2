package io.fenlu.ledger.eventstore;

/** The journal is not what was written. It is not opened for writing, nothing is decided on what was found so, and somebody has to look. */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    public JournalDamaged(long position, String what) {
        super("the journal is damaged at position " + position + ": " + what);
        this.position = position;
    }

    /** Something beside the lines themselves is wrong. */
    public JournalDamaged(String sentence) {
        super(sentence);
        position = 0;
    }

    /** The first position that is wrong; 0 when it is none in particular. */
    public long position() {
        return position;
    }
}
