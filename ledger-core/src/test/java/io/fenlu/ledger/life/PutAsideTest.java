package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.PastNeeded;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanPicture;
import io.fenlu.ledger.loan.LoanState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A loan whose older entries are put aside decides as one that has them all at hand, or says that it needs them. */
class PutAsideTest {
    private static final LoanDecider DECIDER = new LoanDecider();
    private static final int HISTORIES = 80;
    private static final int OPENING = 2;

    private int fromWhatIsAtHand;
    private int fromThePast;

    @Test
    void a_loan_decides_the_same_with_its_older_entries_put_aside() {
        for (var seed = 0L; seed < HISTORIES; seed++) {
            var chance = new Random(seed);
            var orders = new ArrayList<>(LateHistory.of(seed).orders());
            if (seed % 2 == 0) {
                Collections.shuffle(orders.subList(OPENING, orders.size()), chance);
            }
            live(orders, chance);
        }

        assertThat(fromWhatIsAtHand).as("decided without the past").isGreaterThan(HISTORIES * 5);
        assertThat(fromThePast).as("decided with the past").isGreaterThan(HISTORIES);
    }

    private void live(List<LoanCommand> orders, Random chance) {
        var facts = new ArrayList<LoanEvent>();
        var whole = DECIDER.initial();
        var brief = DECIDER.initial();
        var given = new ArrayList<>(orders);
        given.addAll(orders.subList(0, orders.size() / 2));
        for (var order : given) {
            Decision<LoanEvent> decision;
            try {
                decision = DECIDER.decide(brief, order);
                fromWhatIsAtHand += brief.equals(whole) ? 0 : 1;
            } catch (PastNeeded _) {
                brief = replayed(facts);
                decision = DECIDER.decide(brief, order);
                fromThePast++;
            }
            assertThat(decision).as(order.toString()).isEqualTo(DECIDER.decide(whole, order));
            if (decision instanceof Decision.Accepted<LoanEvent>(var more)) {
                for (var fact : more) {
                    whole = DECIDER.evolve(whole, fact);
                    brief = LoanPicture.sealed(DECIDER.evolve(brief, fact), 1 + chance.nextInt(8));
                    facts.add(fact);
                }
                assertThat(LoanPicture.of(brief).living()).isEqualTo(brief);
            }
        }
    }

    private static LoanState replayed(List<LoanEvent> facts) {
        var state = DECIDER.initial();
        for (var fact : facts) {
            state = DECIDER.evolve(state, fact);
        }
        return state;
    }
}
