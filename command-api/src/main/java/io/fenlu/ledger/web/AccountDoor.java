package io.fenlu.ledger.web;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.EntryId;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The way from a body to an order of an account and back to its answer, the same for all doors. */
@Component
final class AccountDoor {
    private final Gate gate;
    private final Idempotency idempotency;
    private final Given given;

    AccountDoor(Gate gate, Idempotency idempotency, Given given) {
        this.gate = gate;
        this.idempotency = idempotency;
        this.given = given;
    }

    /** What is asked of an account, by which name and under which key. */
    record Asked(String id, String noun, @Nullable String key, Record body) {}

    /** A day of a body: its field, and what was given. */
    record Day(String field, @Nullable String text) {}

    /** What else is asked for the sake of an order, before it is sent or when it was refused. */
    interface Around<C extends AccountCommand> {
        Answer send(C order, Supplier<Answer> sending);
    }

    /** Makes an order of the account and a day. */
    ResponseEntity<AccountAnswers.Changed> order(
            Asked asked, Day day, BiFunction<AccountId, LocalDate, AccountCommand> order) {
        return order(asked, day, order, (_, sending) -> sending.get());
    }

    private <C extends AccountCommand> ResponseEntity<AccountAnswers.Changed> order(
            Asked asked, Day day, BiFunction<AccountId, LocalDate, C> order, Around<C> around) {
        var account = Given.value("id", () -> AccountId.of(asked.id));
        var path = "/accounts/" + account + "/" + asked.noun;
        return idempotency.once(IdempotencyKey.of(asked.key), path, asked.body, request -> {
            var on = given.pastDay(day.field, day.text);
            var made = order.apply(account, on);
            var answer = around.send(made, () -> gate.send(made, request));
            return Written.created(answer, "/accounts/" + account, AccountAnswers.of(account.value(), on, answer));
        });
    }

    /** Makes an entry of its name, which follows from the key, and a day. */
    <E extends AccountEntry> ResponseEntity<AccountAnswers.Changed> entry(
            Asked asked,
            Day day,
            BiFunction<EntryId, LocalDate, E> entry,
            BiFunction<AccountId, E, AccountCommand> order) {
        return entry(asked, day, entry, order, (_, sending) -> sending.get());
    }

    /** Makes an entry and an order of it, which is not all that is asked. */
    <E extends AccountEntry, C extends AccountCommand> ResponseEntity<AccountAnswers.Changed> entry(
            Asked asked,
            Day day,
            BiFunction<EntryId, LocalDate, E> entry,
            BiFunction<AccountId, E, C> order,
            Around<C> around) {
        var id = new EntryId(IdempotencyKey.of(asked.key).id());
        return order(asked, day, (account, on) -> order.apply(account, entry.apply(id, on)), around);
    }
}
