package io.fenlu.ledger.loan;

import java.time.LocalDate;

/**
 * How the lender's books gave up a debt that was not paid.
 *
 * @param claim what the borrower still owes of it
 * @param recovered what came in afterwards
 */
record Ending(Kind kind, LocalDate on, Sums claim, Sums recovered) {
    /** Written off, or belonging to somebody else. */
    enum Kind {
        CHARGED_OFF,
        SOLD
    }
}
