package io.fenlu.ledger.eventstore;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** A command bus that answers when what the answer says is on disk, though the next command may begin before. */
public final class DurableCommandBus extends AsynchronousCommandBus {
    public DurableCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        var ticket = new Ticket();
        super.<C, R>handle(
                command,
                message -> {
                    ticket.attach(CurrentUnitOfWork.get().root().resources());
                    return handler.handle(message);
                },
                (sent, answer) -> {
                    try {
                        ticket.await();
                    } catch (RuntimeException lost) {
                        callback.onResult(sent, asCommandResultMessage(lost));
                        return;
                    }
                    callback.onResult(sent, answer);
                });
    }
}
