package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.Refusal;

/** Why an order cannot be obeyed, with the numbers that stand in the way. */
record Objection(Refusal reason, String detail) {
    static Objection to(Refusal reason) {
        return new Objection(reason, reason.sentence());
    }
}
