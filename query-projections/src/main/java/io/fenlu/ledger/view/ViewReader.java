package io.fenlu.ledger.view;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Axon's event processor for all views: it begins and ends shifts of reading, and lets facts through its interceptors and monitors. */
final class ViewReader extends AbstractEventProcessor implements Lifecycle, Digesting.Feeding {
    /** Makes the shifts of this reader. */
    interface Shifts {
        ReadingShift with(Digesting.Feeding feeding);
    }

    private final Shifts shifts;
    private @Nullable ReadingShift shift;

    ViewReader(EventHandlerInvoker invoker, MessageMonitor<? super EventMessage<?>> monitor, Shifts shifts) {
        super(new Builder()
                .name(ViewReaders.NAME)
                .eventHandlerInvoker(invoker)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageMonitor(monitor));
        this.shifts = shifts;
    }

    private static final class Builder extends AbstractEventProcessor.Builder {}

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry registry) {
        registry.onStart(Phase.INBOUND_EVENT_CONNECTORS, this::start);
        registry.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
    }

    @Override
    public void feed(List<TrackedEventMessage<?>> facts, UnitOfWork<TrackedEventMessage<?>> unit) throws Exception {
        processInUnitOfWork(facts, unit);
    }

    @Override
    public synchronized void start() {
        if (shift == null) {
            var begun = shifts.with(this);
            begun.begin();
            shift = begun;
        }
    }

    @Override
    public synchronized void shutDown() {
        if (shift != null) {
            shift.end();
            shift = null;
        }
    }

    @Override
    public CompletableFuture<Void> shutdownAsync() {
        return CompletableFuture.runAsync(this::shutDown);
    }

    @Override
    public synchronized boolean isRunning() {
        return shift != null;
    }

    /** Never for good: a view that stumbles tries again. */
    @Override
    public boolean isError() {
        return false;
    }
}
