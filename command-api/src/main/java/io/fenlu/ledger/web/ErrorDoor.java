package io.fenlu.ledger.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where requests end that no door answered, so that they too get a problem with a name. */
@RestController
@Hidden
class ErrorDoor implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<Problem> answer(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        var fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var problem = Problems.ofStatus(
                status, () -> fault instanceof Throwable cause ? cause : new IllegalStateException("" + status));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
