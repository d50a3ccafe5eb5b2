package io.fenlu.ledger.web;

import io.fenlu.ledger.gate.Answer;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The yes of a write: its status, where to look, and the position from which every view knows it. */
final class Written {
    static final String POSITION = "Ledger-Position";

    private Written() {}

    static <T> ResponseEntity<T> created(Answer answer, String location, T body) {
        return ResponseEntity.created(URI.create(location))
                .header(POSITION, Long.toString(answer.position()))
                .body(body);
    }

    static <T> ResponseEntity<T> accepted(long position, String location, T body) {
        return ResponseEntity.accepted()
                .location(URI.create(location))
                .header(POSITION, Long.toString(position))
                .body(body);
    }

    static <T> ResponseEntity<T> answered(HttpStatus status, long position, T body) {
        return ResponseEntity.status(status)
                .header(POSITION, Long.toString(position))
                .body(body);
    }
}
