package io.fenlu.ledger.web;

import io.fenlu.ledger.kernel.Refusal;
import java.util.Map;

/** A no on its way to the client, ready to be written. */
final class DoorClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    DoorClosed(Problem problem, Map<String, String> headers) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    static DoorClosed by(DoorRefusal reason, String detail) {
        return new DoorClosed(Problem.of(reason, reason.status(), detail), Map.of());
    }

    static DoorClosed by(Refusal reason, String detail) {
        return new DoorClosed(Problem.of(reason, Problem.status(reason.kind()), detail), Map.of());
    }

    /** A no about one field of the body. */
    static DoorClosed at(String field, DoorRefusal reason, String detail) {
        return new DoorClosed(Problem.of(reason, reason.status(), detail).with("field", field), Map.of());
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
