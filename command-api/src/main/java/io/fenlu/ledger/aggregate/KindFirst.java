package io.fenlu.ledger.aggregate;

import org.axonframework.commandhandling.CommandMessageHandlingMember;
import org.axonframework.common.Priority;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.stereotype.Component;

/**
 * Looks at the kind of an order before anything else. An aggregate has a line for each of some dozens of orders, and the framework asks
 * each line, through all that is wrapped around it, whether it is the one.
 */
@Component
@Priority(Priority.LAST) // the outermost of all that is wrapped around a line
final class KindFirst implements HandlerEnhancerDefinition {
    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> line) {
        return line.unwrap(CommandMessageHandlingMember.class).isPresent() ? new Line<>(line) : line;
    }

    private static final class Line<T> extends WrappedMessageHandlingMember<T> {
        private final Class<?> kind;

        private Line(MessageHandlingMember<T> line) {
            super(line);
            kind = line.payloadType();
        }

        @Override
        public boolean canHandle(Message<?> message) {
            return kind.isAssignableFrom(message.getPayloadType()) && super.canHandle(message);
        }
    }
}
