package io.fenlu.ledger.process;

import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.process.Answer.Done;
import io.fenlu.ledger.process.Answer.NoAnswer;
import io.fenlu.ledger.process.Answer.Refused;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries an order of a process to its aggregate and waits for the answer.
 *
 * <p>Each order travels on a thread of its own. On the thread that handles a fact it would be obeyed inside that fact's unit of work:
 * its own facts would be appended only when that one commits, so the answer would come before anything was kept.
 *
 * @param answerWithin how long to wait for one answer
 */
public record Courier(CommandGateway gateway, Duration answerWithin) {
    /** MetaData: names the request, so that an order sent twice is obeyed once. */
    public static final String REQUEST_ID = "request_id";

    /** MetaData: hash of the request's content. */
    public static final String REQUEST_FINGERPRINT = "request_fingerprint";

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final String TOO_LATE = "no answer within ";
    private static final Executor ON_A_THREAD_OF_ITS_OWN =
            errand -> Thread.ofVirtual().name("courier").start(errand);

    /** The name of an order's step in the life of a process. */
    public static String step(Order order) {
        return order.getClass().getSimpleName();
    }

    /** Sends an order and waits; a fault on the way is tried again a few times with the same request id. */
    public Answer carry(Order order, Cause cause) {
        var answer = once(order, cause);
        for (var tried = 1;
                tried < TRIES && answer instanceof NoAnswer(var why) && !why.startsWith(TOO_LATE);
                tried++) {
            LOG.warn("No answer to {} of {}, trying again: {}", step(order), cause.subject(), why);
            if (!pause(Backoff.after(tried, FIRST_WAIT, LONGEST_WAIT))) {
                return answer;
            }
            answer = once(order, cause);
        }
        return answer;
    }

    private Answer once(Order order, Cause cause) {
        var message = message(order, cause);
        var errand = CompletableFuture.supplyAsync(() -> gateway.<Object>send(message), ON_A_THREAD_OF_ITS_OWN)
                .thenCompose(answer -> answer);
        try {
            errand.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
            return new Done();
        } catch (ExecutionException failed) {
            return refusal(failed).<Answer>map(no -> no).orElseGet(() -> new NoAnswer(told(failed)));
        } catch (TimeoutException _) {
            return new NoAnswer(TOO_LATE + answerWithin);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new NoAnswer("interrupted while waiting for the answer");
        }
    }

    private static CommandMessage<Order> message(Order order, Cause cause) {
        var step = step(order);
        var metaData = new HashMap<String, Object>();
        if (CurrentUnitOfWork.isStarted()) {
            metaData.putAll(CurrentUnitOfWork.correlationData());
        }
        metaData.put(REQUEST_ID, cause.requestId(step).toString());
        metaData.put(REQUEST_FINGERPRINT, cause.fingerprint(step));
        return GenericCommandMessage.<Order>asCommandMessage(order).withMetaData(metaData);
    }

    /** A refusal is known by the code among its details; anything else that comes back is a fault. */
    private static Optional<Refused> refusal(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HandlerExecutionException executed
                    && executed.getDetails().orElse(null) instanceof Map<?, ?> details
                    && details.get("code") instanceof String code) {
                return Optional.of(new Refused(code, String.valueOf(details.get("detail"))));
            }
        }
        return Optional.empty();
    }

    private static String told(ExecutionException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
