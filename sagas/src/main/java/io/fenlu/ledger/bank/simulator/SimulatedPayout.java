package io.fenlu.ledger.bank.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated bank remembers of one payout.
 *
 * @param asked how often it was sent
 * @param paid how often money left: never more than once
 * @param called how often the ledger was called back and took the call
 * @param outcome the final answer; nothing as long as it is pending
 */
public record SimulatedPayout(
        String id,
        String account,
        String amount,
        Temper temper,
        int asked,
        int paid,
        int called,
        @Nullable Outcome outcome) {
    /**
     * A final answer.
     *
     * @param word paid or rejected
     * @param text the bank's reference or its reason
     */
    public record Outcome(String word, String text, LocalDate on) {
        /** Whether the money left. */
        public boolean isPaid() {
            return word.equals(PAID);
        }
    }

    static final String PAID = "paid";
    static final String REJECTED = "rejected";

    static SimulatedPayout taken(String id, String account, String amount, Temper temper) {
        return new SimulatedPayout(id, account, amount, temper, 0, 0, 0, null);
    }

    /** Whether the bank admits to having it: what it was too busy to take, or forgot, it never heard of. */
    boolean isKnown() {
        return outcome != null || temper != Temper.FORGET && temper != Temper.BUSY;
    }

    SimulatedPayout askedAgain() {
        return new SimulatedPayout(id, account, amount, temper, asked + 1, paid, called, outcome);
    }

    SimulatedPayout calledAgain() {
        return new SimulatedPayout(id, account, amount, temper, asked, paid, called + 1, outcome);
    }

    /** Decides it; what was decided before stands. */
    SimulatedPayout decided(Outcome decision) {
        return outcome != null
                ? this
                : new SimulatedPayout(
                        id, account, amount, temper, asked, paid + (decision.isPaid() ? 1 : 0), called, decision);
    }
}
