package io.fenlu.ledger.boot;

import io.fenlu.ledger.aggregate.CommandRefused;
import io.fenlu.ledger.eventstore.DurableCommandBus;
import io.fenlu.ledger.eventstore.OpenJournal;
import io.fenlu.ledger.eventstore.SerialAppender;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** How commands travel. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class CommandBeans {
    /**
     * Each command is a unit of work of its own, so that its answer means "on disk" also when a process sends it.
     *
     * <p>There is no database transaction: the journal is the only thing that a command writes.
     */
    @Bean
    @Qualifier("localSegment")
    DurableCommandBus commandBus(Configuration axon, ObjectProvider<SerialAppender> journal) {
        var bus = new DurableCommandBus(AsynchronousCommandBus.builder()
                .executor(CommandBeans::inUnitOfWorkOfItsOwn)
                .rollbackConfiguration(failure -> !(failure instanceof CommandRefused))
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")));
        journal.ifAvailable(appender -> bus.registerHandlerInterceptor(new OpenJournal(appender)));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    CorrelationDataProvider factOrigin() {
        return new FactOrigin();
    }

    /** On the sender's thread, unless the sender is itself in the middle of something. */
    private static void inUnitOfWorkOfItsOwn(Runnable command) {
        if (CurrentUnitOfWork.isStarted()) {
            Thread.startVirtualThread(command);
        } else {
            command.run();
        }
    }
}
