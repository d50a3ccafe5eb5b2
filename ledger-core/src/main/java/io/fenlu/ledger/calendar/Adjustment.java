package io.fenlu.ledger.calendar;

/** What becomes of a due date that is no business day (遇节假日顺延). Names as in 2006 ISDA Definitions, section 4.12. */
public enum Adjustment {
    /** The date stays, whatever day it is. */
    NONE,
    /** The next business day (顺延). */
    FOLLOWING,
    /** The next business day, but the one before when the next lies in another month. */
    MODIFIED_FOLLOWING,
    /** The business day before (提前). */
    PRECEDING
}
