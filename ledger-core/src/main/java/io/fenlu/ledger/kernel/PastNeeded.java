package io.fenlu.ledger.kernel;

/**
 * What is to be decided reaches back behind what was put aside: the whole history must be lived through again first.
 *
 * <p>No refusal and no fault: whoever holds the history reads it and asks once more.
 */
public final class PastNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PastNeeded() {
        super("more of the history is needed than was kept at hand", null, false, false);
    }
}
