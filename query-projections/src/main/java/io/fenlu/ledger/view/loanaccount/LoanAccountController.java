package io.fenlu.ledger.view.loanaccount;

import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.history.HistoryProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how loans stand. */
@ReadDoor
@RestController("loanAccountView")
@Tag(name = "Loans", description = "What is owed, on any day.")
public final class LoanAccountController {
    private static final int MOST = 500;
    private static final List<String> VIEWS = List.of(LoanAccountProjection.VIEW, HistoryProjection.VIEW);

    private final LoanAccountFinder finder;
    private final LoanStory story;
    private final ReadingDesk desk;

    public LoanAccountController(LoanAccountFinder finder, LoanStory story, ReadingDesk desk) {
        this.finder = finder;
        this.story = story;
        this.desk = desk;
    }

    @GetMapping("/loans")
    @Operation(
            summary = "A list of loans",
            description = "Each as its last fact left it. Ask for one loan to learn what is owed on a day.")
    public ResponseEntity<LoanPage> list(
            @RequestParam(name = "credit_line_id", required = false) @Nullable UUID creditLine,
            @Parameter(schema = @Schema(implementation = LoanStatus.class)) @RequestParam(required = false) @Nullable
                    String status,
            @Parameter(schema = @Schema(implementation = LoanOrder.class)) @RequestParam(required = false) @Nullable
                    String sort,
            @Parameter(description = "the place of the last loan already seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var order = Choice.parse("sort", LoanOrder.class, sort);
        var wanted = new LoanAccountFinder.Wanted(
                creditLine,
                Choice.parse("status", LoanStatus.class, status),
                order == null ? LoanOrder.OLDEST_FIRST : order);
        var atMost = ReadingDesk.limit(limit, MOST);
        return desk.answer(minPosition, List.of(LoanAccountProjection.VIEW), _ -> finder.page(wanted, after, atMost));
    }

    @GetMapping("/loans/{id}")
    @Operation(
            summary = "A loan, and what is owed on it at the end of a day",
            description = "Counted from the loan's facts up to that day; a day to come shows what would be owed if"
                    + " nothing were paid until then.")
    public ResponseEntity<LoanOnDay> one(
            @PathVariable UUID id,
            @Parameter(description = "business date; today when absent")
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var day = desk.day(asOf);
        return desk.answer(minPosition, VIEWS, position -> {
            var account = finder.find(id).orElseThrow(unknown(id, day));
            return LoanOnDay.of(account, story.on(id, day, position).orElseThrow(unknown(id, day)), day);
        });
    }

    @GetMapping("/loans/{id}/schedule")
    @Operation(
            summary = "The instalments of a loan at the end of a day",
            description = "What is due when, what was paid of it, and the penalty that grew on what was late.")
    public ResponseEntity<LoanSchedule> schedule(
            @PathVariable UUID id,
            @Parameter(description = "business date; today when absent")
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var day = desk.day(asOf);
        return desk.answer(
                minPosition,
                List.of(HistoryProjection.VIEW),
                position -> LoanSchedule.of(id, story.on(id, day, position).orElseThrow(unknown(id, day)), day));
    }

    private static Supplier<NoAnswer> unknown(UUID loan, LocalDate day) {
        return () -> new NoAnswer(LoanRefusal.LOAN_NOT_FOUND, "No loan " + loan + " is known on " + day + ".");
    }
}
