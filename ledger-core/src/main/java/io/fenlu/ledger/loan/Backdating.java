package io.fenlu.ledger.loan;

import io.fenlu.ledger.product.ProductTerms;

/** How late a fact may be learned. */
final class Backdating {
    private static final int COOLING_OFF = 15;

    private Backdating() {}

    /** How many days before the last fact of a loan another may be dated. */
    static int days(ProductTerms terms) {
        return terms.engineVersion() < 2 ? 0 : terms.agreed().backdating().days();
    }

    /** Within how many days a borrower may give a loan back. */
    static int coolingOffDays(ProductTerms terms) {
        return terms.engineVersion() < 2 ? 0 : COOLING_OFF;
    }
}
