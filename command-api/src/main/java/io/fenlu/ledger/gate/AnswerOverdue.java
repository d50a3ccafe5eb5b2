package io.fenlu.ledger.gate;

/** No answer came in time; the order may have been obeyed or not, and asking again with the same key tells. */
public final class AnswerOverdue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerOverdue(String message, Throwable cause) {
        super(message, cause);
    }
}
