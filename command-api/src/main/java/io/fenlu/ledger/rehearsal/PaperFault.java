package io.fenlu.ledger.rehearsal;

/** A file that cannot be used; says where in it, and what is wrong there, in one line. */
public final class PaperFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * A fault at a place.
     *
     * @param path for example {@code events[3].amount}; empty for the whole file
     */
    public PaperFault(String path, String reason) {
        super(reason.replaceAll("\\s+", " ").strip(), null, false, false);
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** The place and what is wrong there. */
    public String line() {
        return (path.isEmpty() ? "" : path + ": ") + getMessage();
    }
}
