package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Decision.Accepted;
import io.fenlu.ledger.kernel.Decision.AlreadyDone;
import io.fenlu.ledger.kernel.Decision.Refused;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** What every aggregate does with an order: look whether it was obeyed before, let the decider decide, keep its facts or say no. */
final class Obeying {
    private Obeying() {}

    /**
     * Obeys one order.
     *
     * @param id of the aggregate; none while nothing ever happened to it
     * @throws CommandRefused when the decider says no, or when the request's key was used for something else
     */
    static <E> Receipt obey(
            @Nullable String id, Requests requests, MetaData order, Supplier<? extends Decision<E>> decision) {
        var before = requests.of(id, order);
        if (before == null) {
            keep(id, decision.get());
        } else if (before.isOf(order)) {
            Receipt.ofThisCommand().repeats(before.sequence());
        } else {
            throw new CommandRefused(
                    RequestRefusal.IDEMPOTENCY_KEY_REUSED, RequestRefusal.IDEMPOTENCY_KEY_REUSED.sentence());
        }
        return Receipt.ofThisCommand();
    }

    /** The facts inherit their request from the order, as whatever comes of a message inherits: by the command bus. */
    private static <E> void keep(@Nullable String id, Decision<E> decision) {
        switch (decision) {
            case Accepted<E>(var facts) -> facts.forEach(AggregateLifecycle::apply);
            case AlreadyDone<E> _ -> {}
            case Refused<E>(var reason, var detail) ->
                throw id == null ? CommandRefused.byNothing(reason, detail) : new CommandRefused(reason, detail);
        }
    }
}
