package io.fenlu.ledger.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Axon's door to the views: one line for all facts. */
@Component
@ProcessingGroup(ViewReaders.NAME)
public final class ViewDoor {
    @EventHandler
    void on(EventMessage<?> message) {
        ViewBatch.of(CurrentUnitOfWork.get()).read(message);
    }
}
