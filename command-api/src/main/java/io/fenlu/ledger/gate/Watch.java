package io.fenlu.ledger.gate;

import io.fenlu.ledger.kernel.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Somebody's wait for facts about certain things; to be closed when the wait is over. */
public final class Watch implements AutoCloseable {
    private final Set<UUID> subjects;
    private final Consumer<Watch> end;
    private final History history;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final List<Fact> facts = new ArrayList<>();

    Watch(Set<UUID> subjects, Consumer<Watch> end, History history) {
        this.subjects = subjects;
        this.end = end;
        this.history = history;
    }

    Set<UUID> subjects() {
        return subjects;
    }

    /** Takes in what had happened before the watch began. */
    public void lookBack() {
        for (var subject : subjects) {
            history.of(subject).forEach(kept -> arrived(kept.fact()));
        }
    }

    /** The first fact, come or still to come, that meets a condition; none when it does not come in time. */
    public Optional<Fact> await(Predicate<Fact> condition, Duration patience) {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                var found = facts.stream().filter(condition).findFirst();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                left = awaitNext(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private long awaitNext(long nanos) {
        try {
            return arrival.awaitNanos(nanos);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    void arrived(Fact fact) {
        lock.lock();
        try {
            facts.add(fact);
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        end.accept(this);
    }
}
