package io.fenlu.ledger.view.bench;

import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.loan.LoanEvent;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A lender's book over some years, day by day, as facts in a journal: new loans each day, and the repayments that come in on it. */
public final class PreparedBook {
    /** Hears how many facts are in. */
    public interface Progress {
        void told(long facts);
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);
    private static final int FACTS_PER_LOAN = 33;
    private static final int DAYS_OF_LENDING = 700;
    static final int TOGETHER = 1_000;
    private static final String FINGERPRINT = "0f".repeat(32);

    private record Coming(LocalDate on, long order, PreparedLoan loan) {}

    private final long events;
    private final long loansPerDay;
    private final PriorityQueue<Coming> coming =
            new PriorityQueue<>(Comparator.comparing(Coming::on).thenComparing(Coming::order));
    private final Deque<Fact> facts = new ArrayDeque<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private LocalDate today = FIRST_DAY;
    private long loans;
    private long told;

    public PreparedBook(long events) {
        this.events = events;
        this.loansPerDay = Math.max(1, events / FACTS_PER_LOAN / DAYS_OF_LENDING);
    }

    /** Puts exactly as many facts into a journal as were asked for. */
    public void tell(EventStore journal, Progress progress) {
        while (told < events) {
            tellSome(journal, Math.toIntExact(Math.min(TOGETHER, events - told)));
            progress.told(told);
        }
    }

    /** Puts the next facts into a journal, as one unit. */
    public void tellSome(EventStore journal, int some) {
        while (facts.size() < some) {
            live();
        }
        var together = new ArrayList<DomainEventMessage<?>>(some);
        while (together.size() < some) {
            together.add(message(facts.removeFirst()));
        }
        journal.publish(together);
        told += some;
    }

    /** How many facts were told. */
    public long told() {
        return told;
    }

    private void live() {
        for (var each = 0; each < loansPerDay; each++) {
            loans++;
            var loan = new PreparedLoan(loans, today);
            facts.addAll(loan.drawn());
            await(loan);
        }
        for (var next = coming.peek(); next != null && !next.on.isAfter(today); next = coming.peek()) {
            coming.remove();
            facts.addAll(next.loan.repaid(next.on));
            await(next.loan);
        }
        today = today.plusDays(1);
    }

    private void await(PreparedLoan loan) {
        var on = loan.nextOn();
        if (on != null) {
            coming.add(new Coming(on, loans + told, loan));
        }
    }

    private DomainEventMessage<?> message(Fact fact) {
        return new GenericDomainEventMessage<>(
                switch (fact) {
                    case LoanEvent _ -> "LoanAggregate";
                    case CreditLineEvent _ -> "CreditLineAggregate";
                    case DisbursementEvent _ -> "DisbursementAggregate";
                    default -> throw new IllegalStateException("whose is this? " + fact);
                },
                fact.subject().toString(),
                sequences.merge(fact.subject(), 1L, Long::sum) - 1,
                fact,
                Map.of("request_id", fact.subject().toString(), "request_fingerprint", FINGERPRINT));
    }
}
