package io.fenlu.ledger.view;

import org.jooq.Condition;
import org.jooq.Field;

/** The number of one of several lines that a fact leaves in a table: the lines of a fact lie together, and facts in their order. */
public final class LineId {
    private static final long PER_FACT = 10_000;

    private LineId() {}

    /**
     * The number of a line.
     *
     * @param line from 1
     */
    public static long of(long position, int line) {
        if (line >= PER_FACT) {
            throw new IllegalStateException("the fact at position " + position + " has too many lines");
        }
        return position * PER_FACT + line;
    }

    /** Lines of facts after a position. */
    public static Condition after(Field<Long> lineId, long position) {
        return lineId.ge((position + 1) * PER_FACT);
    }

    /** Lines of facts up to a position. */
    public static Condition upTo(Field<Long> lineId, long position) {
        return lineId.lt((position + 1) * PER_FACT);
    }

    /** Lines of the fact at a position that another table names. */
    public static Condition at(Field<Long> lineId, Field<Long> position) {
        var first = position.mul(PER_FACT);
        return lineId.ge(first).and(lineId.lt(first.plus(PER_FACT)));
    }
}
