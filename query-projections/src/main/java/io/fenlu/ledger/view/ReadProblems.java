package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.Refusal;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** How a question that cannot be answered is answered: {@code application/problem+json} with the refusal's name. */
@RestControllerAdvice(basePackageClasses = ReadProblems.class)
public final class ReadProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NoAnswer refused) {
        return answer(refused.reason(), refused.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InvalidValue invalid) {
        return answer(ReadRefusal.PARAMETER_MALFORMED, invalid.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        return answer(
                ReadRefusal.PARAMETER_MALFORMED,
                mismatch.getName() + " cannot be “" + brief(mismatch.getValue()) + "”.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingServletRequestParameterException missing) {
        return answer(ReadRefusal.PARAMETER_MALFORMED, missing.getParameterName() + " is missing.");
    }

    private static ResponseEntity<ProblemDetail> answer(Refusal reason, String detail) {
        var status = status(reason);
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(reason.sentence());
        problem.setProperty("code", reason.name());
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }

    private static HttpStatus status(Refusal reason) {
        if (reason instanceof ReadRefusal read) {
            return switch (read) {
                case PARAMETER_MALFORMED -> HttpStatus.BAD_REQUEST;
                case VIEW_BEHIND -> HttpStatus.SERVICE_UNAVAILABLE;
            };
        }
        return switch (reason.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case NOT_NOW -> HttpStatus.CONFLICT;
            case UNACCEPTABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String brief(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
