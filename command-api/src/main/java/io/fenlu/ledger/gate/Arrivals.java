package io.fenlu.ledger.gate;

import io.fenlu.ledger.kernel.Fact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Tells whoever waits for it that a fact was kept, as soon as it is on disk; asks no view. */
@Component
public final class Arrivals {
    private final ConcurrentHashMap<UUID, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final History history;

    Arrivals(EventBus bus, History history) {
        this.history = history;
        var _ = bus.subscribe(this::arrive);
    }

    /** Begins to collect what happens to these things from now on. */
    public Watch watch(UUID... subjects) {
        var watch = new Watch(Set.of(subjects), this::end, history);
        for (var subject : subjects) {
            watches.compute(subject, (_, others) -> {
                Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                all.add(watch);
                return all;
            });
        }
        return watch;
    }

    private void end(Watch watch) {
        for (var subject : watch.subjects()) {
            watches.computeIfPresent(subject, (_, others) -> {
                others.remove(watch);
                return others.isEmpty() ? null : others;
            });
        }
    }

    private void arrive(List<? extends EventMessage<?>> messages) {
        if (watches.isEmpty()) {
            return;
        }
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().afterCommit(_ -> tell(messages));
        } else {
            tell(messages);
        }
    }

    private void tell(List<? extends EventMessage<?>> messages) {
        for (var message : messages) {
            if (message.getPayload() instanceof Fact fact) {
                watches.getOrDefault(fact.subject(), Set.of()).forEach(watch -> watch.arrived(fact));
            }
        }
    }
}
