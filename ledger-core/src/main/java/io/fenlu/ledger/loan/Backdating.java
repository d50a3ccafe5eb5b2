package io.fenlu.ledger.loan;

import io.fenlu.ledger.product.ProductTerms;

/** How late a fact may be learned. */
final class Backdating {
    private Backdating() {}

    /** How many days before the last fact of a loan another may be dated. */
    static int days(ProductTerms terms) {
        return terms.engineVersion() < 2 ? 0 : terms.agreed().backdating().days();
    }

    /** Within how many days after the payout a borrower may give a loan back; below zero where that was not agreed on. */
    static int coolingOffDays(ProductTerms terms) {
        var days = terms.agreed().coolingOffDays();
        return days == null ? -1 : days;
    }
}
