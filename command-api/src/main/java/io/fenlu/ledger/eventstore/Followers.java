package io.fenlu.ledger.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to know that other processes have written. */
final class Followers implements OtherWriters {
    private final List<OtherWriters> followers = new CopyOnWriteArrayList<>();

    void add(OtherWriters follower) {
        followers.add(follower);
    }

    @Override
    public void wroteTo(Set<String> aggregateIds) {
        followers.forEach(follower -> follower.wroteTo(aggregateIds));
    }

    @Override
    public void wroteMuch() {
        followers.forEach(OtherWriters::wroteMuch);
    }
}
