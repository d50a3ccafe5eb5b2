package io.fenlu.ledger.aggregate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.fenlu.ledger.eventstore.Past;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.PastNeeded;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanPicture;
import io.fenlu.ledger.loan.LoanState;

/** What an aggregate keeps of a loan: the latest of its life, and the whole of it whenever an order or a fact reaches further back. */
final class LoanMemory {
    private static final LoanDecider DECIDER = new LoanDecider();

    private static final int ENTRIES_AT_HAND = 256;

    /** Many clients may pay on one loan at once, and come to it out of order; whoever had to read the past keeps more of it from then on. */
    private static final int ENTRIES_AT_MOST = 4_096;

    private static final int WIDER = 4;

    /** Enough for some months of an ordinary loan. */
    private static final int ENTRIES_IN_PICTURE = 24;

    private LoanState state = DECIDER.initial();
    private int atHand = ENTRIES_AT_HAND;

    LoanMemory() {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private LoanMemory(LoanPicture picture) {
        state = picture.living();
    }

    @JsonValue
    private LoanPicture picture() {
        return LoanPicture.of(LoanPicture.sealed(state, ENTRIES_IN_PICTURE));
    }

    void hear(LoanEvent fact, long sequence) {
        try {
            state = DECIDER.evolve(state, fact);
        } catch (PastNeeded _) {
            state = DECIDER.evolve(before(fact.subject().toString(), sequence), fact);
        }
        state = LoanPicture.sealed(state, atHand);
    }

    Decision<LoanEvent> decide(LoanCommand order) {
        try {
            return DECIDER.decide(state, order);
        } catch (PastNeeded _) {
            state = before(order.subject().toString(), Long.MAX_VALUE);
            return DECIDER.decide(state, order);
        }
    }

    /** The loan with its whole history, as it was before one of its facts. */
    private LoanState before(String id, long sequence) {
        atHand = Math.min(ENTRIES_AT_MOST, atHand * WIDER);
        var lived = DECIDER.initial();
        var history = Past.atHand().of(id);
        while (history.hasNext()) {
            var fact = history.next();
            if (fact.getSequenceNumber() >= sequence) {
                break;
            }
            lived = DECIDER.evolve(lived, (LoanEvent) fact.getPayload());
        }
        return lived;
    }
}
