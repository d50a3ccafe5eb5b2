package io.fenlu.ledger.view;

/**
 * How many facts are digested at once: as many as may be, or after a stumble one by one, until it is clear which of them it was.
 */
final class Stride {
    private final int longest;
    private int length;
    private long begun;
    private long carefulUntil = ViewPositions.NOTHING;

    Stride(int longest) {
        this.longest = longest;
        this.length = longest;
    }

    /** Goes fact by fact up to a position. */
    Stride carefulUntil(long position) {
        carefulUntil = position;
        length = 1;
        return this;
    }

    int length() {
        return length;
    }

    /** A batch up to this position is about to be digested. */
    void begins(long upTo) {
        begun = upTo;
    }

    /** What was begun went well. */
    void taken() {
        if (begun >= carefulUntil) {
            length = Math.min(longest, length * 2);
        }
    }

    /**
     * What was begun went wrong.
     *
     * @return whether it was a single fact, so that there is nothing more to find out
     */
    boolean stumbled() {
        var single = length == 1;
        carefulUntil(Math.max(begun, carefulUntil));
        return single;
    }

    /** The position up to which a batch was begun last. */
    long begun() {
        return begun;
    }
}
