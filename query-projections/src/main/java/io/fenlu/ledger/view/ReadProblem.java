package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/**
 * A question that got no answer (RFC 9457).
 *
 * @param title what the code means
 * @param detail what it means this time
 * @param code the refusal's name, for programs
 */
@Schema(description = "A no by name (RFC 9457).")
public record ReadProblem(
        @Schema(example = "/problems/loan-not-found") String type,
        String title,
        int status,
        String detail,
        @Schema(example = "LOAN_NOT_FOUND") String code) {
    static ReadProblem of(Refusal reason, String detail) {
        return new ReadProblem(
                "/problems/" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                reason.sentence(),
                status(reason),
                detail,
                reason.name());
    }

    private static int status(Refusal reason) {
        if (reason instanceof ReadRefusal read) {
            return read.status();
        }
        return switch (reason.kind()) {
            case UNKNOWN -> 404;
            case NOT_NOW -> 409;
            case UNACCEPTABLE -> 422;
        };
    }
}
