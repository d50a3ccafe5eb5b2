package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.Refusal;

/** Why an entry is not taken, in one sentence with the numbers that stand in the way. */
record Objection(Refusal reason, String detail) {
    static Objection to(Refusal reason) {
        return new Objection(reason, reason.sentence());
    }
}
