package io.fenlu.ledger.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Turns commands away at once while nothing can be written, before anything is read for them: what fails to write may not read either. */
public final class OpenJournal implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final SerialAppender appender;

    public OpenJournal(SerialAppender appender) {
        this.appender = appender;
    }

    /** Lets a command pass. */
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        appender.requireOpen();
        return chain.proceed();
    }
}
