package io.fenlu.ledger.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know what becomes of the journal. */
final class Audience implements OtherWriters {
    private final List<Consumer<String>> ofNew = new CopyOnWriteArrayList<>();
    private final List<Runnable> ofDurable = new CopyOnWriteArrayList<>();
    private final List<OtherWriters> ofOthers = new CopyOnWriteArrayList<>();

    void addForNew(Consumer<String> listener) {
        ofNew.add(listener);
    }

    void addForDurable(Runnable listener) {
        ofDurable.add(listener);
    }

    void addForOthers(OtherWriters listener) {
        ofOthers.add(listener);
    }

    /** These facts may soon be in the journal. */
    void begins(List<PendingEvent> events) {
        for (var event : events) {
            if (event.sequence() == 0) {
                ofNew.forEach(listener -> listener.accept(event.aggregateId()));
            }
        }
    }

    /** There is more on disk. */
    void moreIsDurable() {
        ofDurable.forEach(Runnable::run);
    }

    @Override
    public void wroteTo(Set<String> aggregateIds) {
        ofOthers.forEach(listener -> listener.wroteTo(aggregateIds));
    }

    @Override
    public void wroteMuch() {
        ofOthers.forEach(OtherWriters::wroteMuch);
    }
}
