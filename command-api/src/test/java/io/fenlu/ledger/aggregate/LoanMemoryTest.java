package io.fenlu.ledger.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.InFlight;
import io.fenlu.ledger.eventstore.Past;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** What an aggregate keeps of a loan that many pay on at once. */
class LoanMemoryTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);
    private static final int LATE_BY = 200;
    private static final int ROUNDS = 8;

    private final CountingStore store = new CountingStore();
    private final Past past = new Past(store, new InFlight());
    private final LoanMemory loan = new LoanMemory();
    private long sequence;

    /** A store that counts how often a history is read from its first fact. */
    private static final class CountingStore extends EmbeddedEventStore {
        private int readings;

        CountingStore() {
            super(EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()));
        }

        @Override
        public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
            readings++;
            return super.readEvents(aggregateIdentifier, firstSequenceNumber);
        }
    }

    @Test
    void payments_of_one_day_that_come_far_out_of_their_order_need_the_past_only_until_enough_of_it_is_at_hand() {
        var agreement = LoanStory.agreement(TermsRow.equalPrincipal().terms(), "100000.00", "0.12", 3);
        LoanStory.of(agreement, "2024-01-01").events().forEach(this::hear);
        past.lend(() -> {
            for (var round = 0; round < ROUNDS; round++) {
                for (var place = LATE_BY; place > 0; place--) {
                    obey(new RecordRepayment(
                            Entries.LOAN,
                            new RepaymentId(new UUID(1, round * LATE_BY + place)),
                            Money.of("1.00", Currency.CNY),
                            DAY));
                }
            }
        });

        assertThat(sequence).isGreaterThan(ROUNDS * LATE_BY);
        assertThat(store.readings).isBetween(1, 3);
    }

    private void obey(LoanCommand order) {
        if (loan.decide(order) instanceof Decision.Accepted<LoanEvent>(var facts)) {
            facts.forEach(this::hear);
        } else {
            throw new AssertionError(order + " was not obeyed");
        }
    }

    private void hear(LoanEvent fact) {
        store.publish(new GenericDomainEventMessage<>("loan", fact.subject().toString(), sequence, fact));
        loan.hear(fact, sequence);
        sequence++;
    }
}
