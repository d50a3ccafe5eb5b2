package io.fenlu.ledger.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What a fact remembers of where it came from: the request that asked for it, or the fact that caused it.
 *
 * <p>A door puts {@code request_id} and {@code request_fingerprint} into a command's metadata, and they reach the command's facts. They
 * do not travel on to what those facts cause: there, {@code cause} is the id of the causing fact.
 */
final class FactOrigin implements CorrelationDataProvider {
    private static final List<String> OF_A_COMMAND = List.of("request_id", "request_fingerprint", "cause");

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return switch (message) {
            case EventMessage<?> fact -> Map.of("cause", fact.getIdentifier());
            case CommandMessage<?> command -> ofCommand(command);
            default -> Map.of();
        };
    }

    private static Map<String, ?> ofCommand(CommandMessage<?> command) {
        var origin = new HashMap<String, Object>();
        for (var key : OF_A_COMMAND) {
            var value = command.getMetaData().get(key);
            if (value != null) {
                origin.put(key, value);
            }
        }
        return origin;
    }
}
