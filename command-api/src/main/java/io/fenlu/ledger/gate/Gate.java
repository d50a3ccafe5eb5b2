package io.fenlu.ledger.gate;

import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** Gives an order and brings back its answer when it is on disk. */
@Component
public final class Gate {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    private final CommandGateway orders;
    private final History history;

    Gate(CommandGateway orders, History history) {
        this.orders = orders;
        this.history = history;
    }

    /**
     * Gives an order and waits until it is obeyed or refused.
     *
     * @throws OrderRefused when the answer is no
     * @throws AnswerOverdue when no answer came in time
     * @throws io.fenlu.ledger.eventstore.LedgerUnavailable when nothing can be written at the moment
     */
    public Answer send(Order order, Request request) {
        var receipt = deliver(order, request);
        if (receipt.repeats().isPresent()) {
            return new Answer(
                    history.of(order.subject(), request, receipt.repeats().getAsLong()), true);
        }
        return new Answer(kept(receipt, request), receipt.recorded().isEmpty());
    }

    private Receipt deliver(Order order, Request request) {
        for (var attempt = 1; ; attempt++) {
            try {
                return deliverOnce(order, request);
            } catch (ConcurrencyException | AggregateStreamCreationException overtaken) {
                if (attempt == TRIES) {
                    throw new AnswerOverdue("others were faster " + TRIES + " times", overtaken);
                }
            }
        }
    }

    private Receipt deliverOnce(Order order, Request request) {
        var message = GenericCommandMessage.asCommandMessage(order).withMetaData(request.metaData());
        try {
            return orders.<Receipt>send(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw reason(failure);
        } catch (TimeoutException late) {
            throw new AnswerOverdue("no answer within " + PATIENCE.toSeconds() + " seconds", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AnswerOverdue("interrupted while waiting for the answer", interrupted);
        }
    }

    private static RuntimeException reason(ExecutionException failure) {
        return switch (failure.getCause()) {
            case CommandExecutionException refused -> refusal(refused);
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException("an order failed", failure);
        };
    }

    private static RuntimeException refusal(CommandExecutionException refused) {
        if (refused.getDetails().orElse(null) instanceof Map<?, ?> details
                && details.get("code") instanceof String code
                && details.get("detail") instanceof String detail
                && details.get("kind") instanceof String kind) {
            return new OrderRefused(code, detail, Refusal.Kind.valueOf(kind));
        }
        return refused;
    }

    private static List<KeptFact> kept(Receipt receipt, Request request) {
        var id = request.id().toString();
        return receipt.recorded().stream()
                .map(line -> new KeptFact(line.position(), (Fact) line.fact(), id))
                .toList();
    }
}
