package io.fenlu.ledger.eventstore;

import java.util.Set;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;

/**
 * One command at a time for each aggregate, until its facts are queued; not until they are on disk.
 *
 * <p>So the next command may decide on facts that are still on their way. Two things make that safe: its answer waits for them
 * ({@link Ticket}), and when they are lost, what was decided on them does not fit the journal and is refused there, while what is
 * remembered of the aggregate is thrown away here before anybody decides on it again.
 */
public final class AggregateLocks implements LockFactory, OtherWriters {
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();
    private final InFlight inFlight;
    private final Cache remembered;

    public AggregateLocks(InFlight inFlight, Cache remembered) {
        this.inFlight = inFlight;
        this.remembered = remembered;
    }

    @Override
    public Lock obtainLock(String aggregateId) {
        var lock = locks.obtainLock(aggregateId);
        if (inFlight.isTainted(aggregateId)) {
            awaitOutcome(aggregateId);
            remembered.remove(aggregateId);
            inFlight.clean(aggregateId);
        } else if (!remembered.containsKey(aggregateId)) {
            awaitOutcome(aggregateId);
        }
        Ticket.ofThisCommand().ifPresent(ticket -> ticket.dependsOn(inFlight.last(aggregateId)));
        return lock;
    }

    /** What is remembered of them is old. */
    @Override
    public void wroteTo(Set<String> aggregateIds) {
        aggregateIds.stream().filter(remembered::containsKey).forEach(inFlight::taint);
    }

    @Override
    public void wroteMuch() {
        remembered.removeAll();
    }

    /** Only what is on disk can be read again. */
    private void awaitOutcome(String aggregateId) {
        var request = inFlight.last(aggregateId);
        if (request != null) {
            request.awaitOutcome();
        }
    }
}
