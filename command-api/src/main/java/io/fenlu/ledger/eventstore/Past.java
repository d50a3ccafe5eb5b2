package io.fenlu.ledger.eventstore;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * All that ever happened to a thing, for those who keep only the latest of it at hand.
 *
 * <p>It travels with the unit of work, because an aggregate has no other way to ask for anything.
 */
public final class Past implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final String KEY = Past.class.getName();

    private final EventStore store;
    private final InFlight inFlight;

    public Past(EventStore store, InFlight inFlight) {
        this.store = store;
        this.inFlight = inFlight;
    }

    /** The past that may be asked on this thread. */
    public static Past atHand() {
        if (CurrentUnitOfWork.get().root().resources().get(KEY) instanceof Past past) {
            return past;
        }
        throw new IllegalStateException("the past was not lent to this unit of work");
    }

    /** The facts of an aggregate from its first, those included that are still on their way to disk. */
    public DomainEventStream of(String aggregateId) {
        var last = inFlight.last(aggregateId);
        if (last != null) {
            last.awaitOutcome();
        }
        return store.readEvents(aggregateId, 0);
    }

    /** Lends the past to a command. */
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        unit.root().resources().put(KEY, this);
        return chain.proceed();
    }

    /** Lends the past to what is done beside the commands. */
    public void lend(Runnable task) {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(Map.of()));
        unit.resources().put(KEY, this);
        unit.execute(task);
    }
}
