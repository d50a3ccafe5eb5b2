package io.fenlu.ledger.view.account;

import io.fenlu.ledger.account.AccountRefusal;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.account.AccountReading.Asked;
import io.fenlu.ledger.view.history.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how pay-later accounts stand, and shows their bills. */
@ReadDoor
@RestController("accountView")
@Tag(name = "Pay-later accounts", description = "What is owed and open to buy, and every bill as it was issued.")
public final class AccountViewController {
    private static final String DAY = "business date; today when absent";

    private final AccountReading reading;
    private final ReadingDesk desk;
    private final AccountStory story;

    AccountViewController(AccountReading reading, AccountStory story, ReadingDesk desk) {
        this.reading = reading;
        this.desk = desk;
        this.story = story;
    }

    @GetMapping("/accounts/{id}")
    @Operation(
            summary = "An account on a day, as it is now known",
            description = "What is owed, what is open to buy, the running cycle, plans with what is left of them.")
    public ResponseEntity<AccountOnDay> one(
            @PathVariable UUID id,
            @Parameter(description = DAY)
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String knownAt,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition, AccountReading.VIEWS, reading.onDay(new Asked(id, knownAt), asOf, AccountOnDay::of));
    }

    @GetMapping("/accounts/{id}/cycle")
    @Operation(
            summary = "The running cycle of an account on a day",
            description = "What its bill would show so far, and what is open to buy (未出账单).")
    public ResponseEntity<CycleShown> cycle(
            @PathVariable UUID id,
            @Parameter(description = DAY)
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String knownAt,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition, AccountReading.VIEWS, reading.onDay(new Asked(id, knownAt), asOf, CycleShown::of));
    }

    @GetMapping("/accounts/{id}/plans")
    @Operation(
            summary = "What of an account is paid in periods",
            description = "Every plan that is not done, with its periods and the bills they fall due with (分期计划).")
    public ResponseEntity<List<PlanShown>> plans(
            @PathVariable UUID id,
            @Parameter(description = DAY)
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String knownAt,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition, AccountReading.VIEWS, reading.onDay(new Asked(id, knownAt), asOf, PlanShown::of));
    }

    @GetMapping("/accounts/{id}/bills")
    @Operation(summary = "The bills of an account", description = "As they were issued, with all lines, oldest first.")
    public ResponseEntity<List<BillShown>> bills(
            @PathVariable UUID id,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String knownAt,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition,
                AccountReading.VIEWS,
                reading.answer(
                        new Asked(id, knownAt),
                        known -> story.bills(id, known.position()).stream()
                                .map(BillShown::of)
                                .toList()));
    }

    @GetMapping("/accounts/{id}/bills/{number}")
    @Operation(summary = "One bill of an account", description = "As it was issued, with all its lines.")
    public ResponseEntity<BillShown> bill(
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition,
                AccountReading.VIEWS,
                reading.answer(
                        new Asked(id, null),
                        known -> story.bills(id, known.position()).stream()
                                .filter(bill -> bill.number() == number)
                                .findFirst()
                                .map(BillShown::of)
                                .orElseThrow(() -> new NoAnswer(
                                        AccountRefusal.BILL_NOT_FOUND,
                                        "Account " + id + " has no bill " + number + "."))));
    }
}
