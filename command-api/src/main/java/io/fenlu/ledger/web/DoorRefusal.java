package io.fenlu.ledger.web;

import io.fenlu.ledger.kernel.Refusal;

/** Why a door says no before anybody inside was asked, and with which status. */
public enum DoorRefusal implements Refusal {
    IDEMPOTENCY_KEY_MISSING(400, "Every write needs a key in the header Idempotency-Key."),
    IDEMPOTENCY_KEY_MALFORMED(400, "An idempotency key is 1 to 255 printable characters of ASCII."),
    REQUEST_IN_FLIGHT(409, "A request with this key is being answered at this moment."),
    REQUEST_MALFORMED(400, "The request is not readable HTTP."),
    BODY_MALFORMED(400, "The body is not the JSON that this door reads."),
    BODY_TOO_LARGE(413, "The body is larger than this ledger reads."),
    FIELD_MISSING(400, "A field that is needed is missing."),
    MEDIA_TYPE_UNSUPPORTED(415, "This door reads application/json."),
    NOT_ACCEPTABLE(406, "This door does not write what the request accepts."),
    METHOD_NOT_ALLOWED(405, "This path does not answer this method."),
    PATH_UNKNOWN(404, "There is nothing at this path."),
    DATE_MALFORMED(422, "A date is written like 2026-01-31 and exists."),
    DATE_IN_FUTURE(422, "A business date does not lie in the future."),
    CHOICE_UNKNOWN(422, "The value is none of those to choose from."),
    PRODUCT_UNKNOWN(422, "There is no such product."),
    TERMS_MALFORMED(422, "The terms are not written as the rows of the catalogue are."),
    NUMBER_MALFORMED(400, "A position, a size or a limit is a whole number of at most 18 digits."),
    LAST_EVENT_ID_MALFORMED(400, "The header Last-Event-ID holds the position that was read last."),
    POSITION_UNKNOWN(404, "The log has no such position."),
    CHECKPOINT_UNKNOWN(404, "No checkpoint of this size was signed."),
    SIZE_BEYOND_LOG(422, "The log is not that long."),
    RANGE_REVERSED(422, "A later log continues an earlier one, not the other way round."),
    LIMIT_OUT_OF_RANGE(422, "A limit of lines is 1 to 100,000."),
    CREDIT_LINE_OF_ANOTHER(422, "The credit line was granted to another borrower."),
    FEED_FULL(503, "As many readers follow the feed as this ledger serves at once."),
    LEDGER_UNAVAILABLE(503, "Nothing can be written at the moment."),
    ANSWER_OVERDUE(503, "No answer came in time; asking again with the same key tells what became of it."),
    JOURNAL_DAMAGED(500, "What was written to the journal is not found there; nothing is decided or told without it."),
    INTERNAL_FAULT(500, "Something went wrong inside; nothing is known of why out here.");

    private final int status;
    private final String sentence;

    DoorRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return switch (status) {
            case 404 -> Kind.UNKNOWN;
            case 409, 503 -> Kind.NOT_NOW;
            default -> Kind.UNACCEPTABLE;
        };
    }
}
