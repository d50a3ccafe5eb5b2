package io.fenlu.ledger.view.account;

import io.fenlu.ledger.account.AccountStatement;
import io.fenlu.ledger.classification.AccountMonth;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.account.AccountReading.Asked;
import io.fenlu.ledger.view.account.AccountReading.Known;
import io.fenlu.ledger.view.history.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with statements of accounts, as JSON or as a sheet, and with their months for the credit register. */
@ReadDoor
@RestController("accountStatementView")
@Tag(name = "Pay-later accounts")
public final class AccountStatementController {
    private static final int MOST_MONTHS = 120;

    private final AccountReading reading;
    private final ReadingDesk desk;

    AccountStatementController(AccountReading reading, ReadingDesk desk) {
        this.reading = reading;
        this.desk = desk;
    }

    @GetMapping(path = "/accounts/{id}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The statement of an account",
            description = "Opening balance, one line per movement, closing balance, as it is now known; as JSON or as"
                    + " text/csv by the Accept header. Without from it begins with the account, without to it ends"
                    + " today.")
    public ResponseEntity<StatementShown> asJson(
            @PathVariable UUID id,
            @Parameter(description = "first day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "last day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate to,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String knownAt,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition,
                AccountReading.VIEWS,
                reading.answer(new Asked(id, knownAt), known -> find(known, from, to)));
    }

    @GetMapping(path = "/accounts/{id}/statement", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "The statement of an account")
    public ResponseEntity<String> asCsv(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String knownAt,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition,
                AccountReading.VIEWS,
                reading.answer(
                        new Asked(id, knownAt), known -> find(known, from, to).asSheet()));
    }

    private StatementShown find(Known known, @Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? reading.today() : ReadingDesk.kept(to);
        var opened = known.account().openedOn();
        var begin = opened.isAfter(last) ? last : opened;
        var first = from == null ? begin : ReadingDesk.kept(from);
        if (first.isAfter(last)) {
            throw NoAnswer.malformed("from " + first + " is after to " + last + ".");
        }
        return StatementShown.of(known.account(), AccountStatement.of(known.account(), first, last));
    }

    @GetMapping("/accounts/{id}/months")
    @Operation(
            summary = "The months of an account for the credit register",
            description = "One revolving account: balance, limit, what was asked for and paid, and months in arrears"
                    + " at the end of each month (循环贷账户月报). Without from the last twelve months.")
    public ResponseEntity<List<MonthShown>> months(
            @PathVariable UUID id,
            @Parameter(description = "first month, such as 2026-01") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "last month, such as 2026-12; this one when absent")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String knownAt,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var today = reading.today();
        var last = to == null ? YearMonth.from(today) : month("to", to);
        var first = from == null ? last.minusMonths(11) : month("from", from);
        var many = ChronoUnit.MONTHS.between(first, last) + 1;
        if (many < 1 || many > MOST_MONTHS) {
            throw NoAnswer.malformed("from is not after to, and at most " + MOST_MONTHS + " months are told.");
        }
        return desk.answer(
                minPosition,
                AccountReading.VIEWS,
                reading.answer(
                        new Asked(id, knownAt),
                        known -> AccountMonth.of(known.state(), first, last, today).stream()
                                .map(MonthShown::of)
                                .toList()));
    }

    private static YearMonth month(String parameter, String asked) {
        try {
            var month = YearMonth.parse(asked);
            ReadingDesk.kept(month.atDay(1));
            return month;
        } catch (DateTimeParseException _) {
            throw NoAnswer.malformed(parameter + " is a month such as 2026-01.");
        }
    }
}
