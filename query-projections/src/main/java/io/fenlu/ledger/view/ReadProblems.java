package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** How a question that cannot be answered is answered: {@code application/problem+json} with the refusal's name. */
@Order(0)
@RestControllerAdvice(basePackageClasses = ReadProblems.class)
public final class ReadProblems {
    @ExceptionHandler
    ResponseEntity<ReadProblem> on(NoAnswer refused) {
        return answer(refused.reason(), refused.detail());
    }

    /** What was asked is a value of the ledger's, but the answer would be none: for example a debt beyond all amounts. */
    @ExceptionHandler
    ResponseEntity<ReadProblem> on(InvalidValue invalid) {
        return answer(invalid.reason(), invalid.detail());
    }

    @ExceptionHandler
    ResponseEntity<ReadProblem> on(MethodArgumentTypeMismatchException mismatch) {
        return answer(
                ReadRefusal.PARAMETER_MALFORMED,
                mismatch.getName() + " cannot be “" + brief(mismatch.getValue()) + "”.");
    }

    @ExceptionHandler
    ResponseEntity<ReadProblem> on(MissingServletRequestParameterException missing) {
        return answer(ReadRefusal.PARAMETER_MALFORMED, missing.getParameterName() + " is missing.");
    }

    private static ResponseEntity<ReadProblem> answer(Refusal reason, String detail) {
        var problem = ReadProblem.of(reason, detail);
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }

    static String brief(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
