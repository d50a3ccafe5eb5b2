package io.fenlu.ledger.web;

import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.LedgerUnavailable;
import io.fenlu.ledger.gate.AnswerOverdue;
import io.fenlu.ledger.gate.OrderRefused;
import io.fenlu.ledger.json.Unreadable;
import io.fenlu.ledger.kernel.InvalidValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * Turns every no into a problem with a name.
 *
 * <p>There is no catch for everything here, because it would stand before what other doors catch themselves; {@link Faults} comes
 * after all of them.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Problem> closed(DoorClosed closed) {
        return answer(closed.problem(), closed.headers());
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(OrderRefused refused) {
        return answer(KnownRefusals.problem(refused.code(), refused.detail(), refused.kind()), Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(InvalidValue invalid) {
        return answer(
                Problem.of(invalid.reason(), Problem.status(invalid.reason().kind()), invalid.detail()), Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.Exceeded exceeded) {
                return answer(DoorRefusal.BODY_TOO_LARGE, exceeded.sentence());
            }
        }
        if (unreadable.getCause() instanceof JacksonException json) {
            var problem = Problem.of(DoorRefusal.BODY_MALFORMED, 400, Unreadable.sentence(json));
            var path = Unreadable.path(json);
            return answer(path.isEmpty() ? problem : problem.with("field", path), Map.of());
        }
        return answer(DoorRefusal.BODY_MALFORMED, "The body is missing or cannot be read.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherMediaType(HttpMediaTypeNotSupportedException other) {
        var given = other.getContentType();
        return answer(
                DoorRefusal.MEDIA_TYPE_UNSUPPORTED,
                given == null
                        ? "The header Content-Type is missing; this door reads application/json."
                        : "This door reads application/json, not " + Given.brief(given.toString()) + ".");
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException other) {
        return answer(DoorRefusal.NOT_ACCEPTABLE, "This door writes: " + other.getSupportedMediaTypes() + ".");
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherMethod(HttpRequestMethodNotSupportedException other) {
        var allowed = other.getSupportedMethods() == null ? "" : String.join(", ", other.getSupportedMethods());
        return answer(
                Problem.of(
                        DoorRefusal.METHOD_NOT_ALLOWED,
                        405,
                        "This path answers " + allowed + ", not " + Given.brief(other.getMethod()) + "."),
                Map.of(HttpHeaders.ALLOW, allowed));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Problem> unknownPath() {
        return answer(DoorRefusal.PATH_UNKNOWN, DoorRefusal.PATH_UNKNOWN.sentence());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(LedgerUnavailable unavailable) {
        var detail = switch (unavailable.why()) {
            case BUSY -> "Too much is waiting to be written; nothing was kept, ask again in a moment.";
            case STOPPED -> "The store does not accept writes; nothing was kept.";
            case IN_DOUBT -> "The store failed while this was being written; ask again with the same key later.";
            case CLOSING -> "The ledger is shutting down; nothing was kept.";
        };
        return answer(
                Problem.of(DoorRefusal.LEDGER_UNAVAILABLE, 503, detail),
                Map.of(HttpHeaders.RETRY_AFTER, unavailable.why() == LedgerUnavailable.Why.BUSY ? "1" : "30"));
    }

    /** The database is away; whether anything was kept, the same key will tell when it is back. */
    static Problem away(Throwable away) {
        LOG.warn("the database does not answer: {}", away.getMessage());
        return Problem.of(
                DoorRefusal.LEDGER_UNAVAILABLE,
                503,
                "The database does not answer; ask again with the same key later.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> overdue(AnswerOverdue overdue) {
        LOG.warn("an order was not answered in time", overdue);
        return answer(
                Problem.of(DoorRefusal.ANSWER_OVERDUE, 503, DoorRefusal.ANSWER_OVERDUE.sentence()),
                Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }

    /** The client went away; there is nobody left to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("nobody waits for the answer any more", gone);
    }

    @ExceptionHandler({
        ErrorResponseException.class,
        ServletRequestBindingException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<Problem> malformed(Exception malformed) {
        return malformed instanceof ErrorResponse known
                ? answer(ofStatus(known.getStatusCode(), known.getBody().getDetail()), Map.of())
                : answer(DoorRefusal.REQUEST_MALFORMED, "A parameter of the path or the query cannot be read.");
    }

    /** A parameter that is not written in percents and UTF-8 as the web has it. */
    @ExceptionHandler
    ResponseEntity<Problem> undecodable(InvalidParameterException undecodable) {
        LOG.debug("a parameter cannot be decoded", undecodable);
        return answer(DoorRefusal.REQUEST_MALFORMED, "A parameter of the query is not percent-encoded UTF-8.");
    }

    /** A fault whose cause is in the log, under an id that the client is told. */
    static Problem incident(Throwable fault) {
        return incident(fault, DoorRefusal.INTERNAL_FAULT, DoorRefusal.INTERNAL_FAULT.sentence());
    }

    private static Problem incident(Throwable fault, DoorRefusal reason, String detail) {
        var incident = UUID.randomUUID().toString();
        LOG.error("incident {}", incident, fault);
        return Problem.of(reason, reason.status(), detail).with("incident", incident);
    }

    /** That the journal is damaged, and where, if that is why; how it was met is in the log under an incident's id. */
    static Optional<Problem> damage(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .filter(JournalDamaged.class::isInstance)
                .map(JournalDamaged.class::cast)
                .findFirst()
                .map(damaged -> incident(fault, DoorRefusal.JOURNAL_DAMAGED, String.valueOf(damaged.getMessage())));
    }

    /** The problem that a bare status stands for; only a fault of ours is an incident, not what somebody else's HTTP cannot be. */
    static Problem ofStatus(HttpStatusCode status, Supplier<Throwable> fault) {
        return status.value() == 500 ? incident(fault.get()) : ofStatus(status, (String) null);
    }

    /** The problem that a bare status of the frameworks stands for. */
    static Problem ofStatus(HttpStatusCode status, @Nullable String detail) {
        var reason = switch (status.value()) {
            case 404 -> DoorRefusal.PATH_UNKNOWN;
            case 405 -> DoorRefusal.METHOD_NOT_ALLOWED;
            case 406 -> DoorRefusal.NOT_ACCEPTABLE;
            case 413 -> DoorRefusal.BODY_TOO_LARGE;
            case 415 -> DoorRefusal.MEDIA_TYPE_UNSUPPORTED;
            case 501, 505 -> DoorRefusal.REQUEST_MALFORMED;
            case 503 -> DoorRefusal.LEDGER_UNAVAILABLE;
            default -> status.is4xxClientError() ? DoorRefusal.REQUEST_MALFORMED : DoorRefusal.INTERNAL_FAULT;
        };
        return Problem.of(reason, status.value(), detail == null ? reason.sentence() : detail);
    }

    private static ResponseEntity<Problem> answer(DoorRefusal reason, String detail) {
        return answer(Problem.of(reason, reason.status(), detail), Map.of());
    }

    private static ResponseEntity<Problem> answer(Problem problem, Map<String, String> headers) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.forEach(answer::header);
        return answer.body(problem);
    }
}
