package io.fenlu.ledger.eventstore;

/** The journal is not what was written; nothing may be added to it, and somebody has to look. */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    public JournalDamaged(long position, String what) {
        super("the journal is damaged at position " + position + ": " + what);
        this.position = position;
    }

    /** The first position that is wrong. */
    public long position() {
        return position;
    }
}
