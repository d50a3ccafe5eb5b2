package io.fenlu.ledger.small;

import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.Order;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Real deciders behind the simplest of doors: one order at a time for each thing, requests remembered by id. */
final class Deciding {
    private static final Duration LONG = Duration.ofMillis(400);

    private final EventStore events;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Set<Class<?>> failing = ConcurrentHashMap.newKeySet();
    private final Set<Class<?>> slow = ConcurrentHashMap.newKeySet();

    Deciding(EventStore events) {
        this.events = events;
    }

    /** Lets a kind of order fail as if the store had, or work again. */
    void fail(Class<? extends Order> kind, boolean fails) {
        if (fails) {
            failing.add(kind);
        } else {
            failing.remove(kind);
        }
    }

    /** Lets a kind of order take its time. */
    void slow(Class<? extends Order> kind) {
        slow.add(kind);
    }

    <S, C extends Order, E extends Fact> void opens(
            CommandBus bus, Decider<S, C, E> decider, Class<C> orders, Class<E> facts) {
        for (var kind : kinds(orders)) {
            bus.subscribe(kind.getName(), message -> obey(decider, facts, orders.cast(message.getPayload()), message));
        }
    }

    private static List<Class<?>> kinds(Class<?> orders) {
        return orders.isSealed()
                ? Stream.of(orders.getPermittedSubclasses())
                        .flatMap(kind -> kinds(kind).stream())
                        .toList()
                : List.of(orders);
    }

    private <S, C extends Order, E extends Fact> Object obey(
            Decider<S, C, E> decider, Class<E> facts, C order, CommandMessage<?> message) {
        if (failing.contains(order.getClass())) {
            throw new IllegalStateException("the store is stopped");
        }
        if (slow.contains(order.getClass())) {
            await().pollDelay(LONG).until(() -> true);
        }
        var id = order.subject().toString();
        var lock = locks.computeIfAbsent(id, _ -> new ReentrantLock());
        lock.lock();
        CurrentUnitOfWork.get().onCleanup(_ -> lock.unlock());
        var state = decider.initial();
        var next = 0L;
        var requests = new HashSet<Object>();
        for (var past : events.readEvents(id).asStream().toList()) {
            state = decider.evolve(state, facts.cast(past.getPayload()));
            requests.add(past.getMetaData().get("request_id"));
            next = past.getSequenceNumber() + 1;
        }
        if (requests.contains(message.getMetaData().get("request_id"))) {
            return "already done";
        }
        return switch (decider.decide(state, order)) {
            case Decision.Accepted<E>(var news) -> append(id, next, news, message);
            case Decision.AlreadyDone<E> _ -> "already so";
            case Decision.Refused<E>(var reason, var detail) ->
                throw new CommandExecutionException(
                        reason.name(),
                        null,
                        Map.of(
                                "code",
                                reason.name(),
                                "detail",
                                detail,
                                "kind",
                                reason.kind().name()));
        };
    }

    private Object append(String id, long next, List<? extends Fact> news, CommandMessage<?> message) {
        var sequence = next;
        for (var fact : news) {
            events.publish(new GenericDomainEventMessage<>("Thing", id, sequence++, fact, message.getMetaData()));
        }
        return "done";
    }
}
