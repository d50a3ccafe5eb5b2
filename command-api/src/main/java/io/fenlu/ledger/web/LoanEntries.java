package io.fenlu.ledger.web;

import io.fenlu.ledger.gate.DerivedId;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.web.EntryBodies.Entered;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The way that all orders to a running loan take: the key names the entry, the answer tells what came of it. */
@Component
final class LoanEntries {
    private final Gate gate;
    private final Idempotency idempotency;

    LoanEntries(Gate gate, Idempotency idempotency) {
        this.gate = gate;
        this.idempotency = idempotency;
    }

    /**
     * Gives one order.
     *
     * @param what the last part of the path
     * @param order made of the loan and of the entry's id
     */
    ResponseEntity<Entered> enter(
            String id, String what, @Nullable String key, Record body, BiFunction<LoanId, EntryId, LoanCommand> order) {
        var asked = IdempotencyKey.of(key);
        var loan = Given.value("id", () -> LoanId.of(id));
        return idempotency.once(asked, "/loans/" + loan + "/" + what, body, request -> {
            var answer = gate.send(order.apply(loan, entry(loan, asked)), request);
            if (answer.find(LoanHappening.class).isEmpty()) {
                return Written.answered(HttpStatus.OK, answer.position(), Entered.already(loan));
            }
            return Written.created(answer, "/loans/" + loan, Entered.of(answer));
        });
    }

    /** A word that senders use for several loans names an entry of each: payouts bear the ids of their entries. */
    private static EntryId entry(LoanId loan, IdempotencyKey key) {
        return new EntryId(
                key.isId()
                        ? key.id()
                        : DerivedId.of("entry", loan.toString(), key.id().toString()));
    }
}
