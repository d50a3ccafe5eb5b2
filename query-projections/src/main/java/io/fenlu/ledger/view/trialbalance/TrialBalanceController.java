package io.fenlu.ledger.view.trialbalance;

import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.journal.JournalProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers whether the books balance. */
@ReadDoor
@RestController("trialBalanceView")
@Tag(name = "Books")
public final class TrialBalanceController {
    private static final List<String> VIEWS = List.of(JournalProjection.VIEW);

    private final TrialBalanceFinder finder;
    private final ReadingDesk desk;

    public TrialBalanceController(TrialBalanceFinder finder, ReadingDesk desk) {
        this.finder = finder;
        this.desk = desk;
    }

    @GetMapping("/books/trial-balance")
    @Operation(
            summary = "The trial balance",
            description = "Debits, credits and balance of every account at the end of a day, by currency; with"
                    + " at_position, as it was known when the ledger held that many facts.")
    public ResponseEntity<TrialBalance> balance(
            @Parameter(description = "business date; today when absent")
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "facts after this position are left out")
                    @RequestParam(name = "at_position", required = false)
                    @Nullable
                    Long atPosition,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var day = desk.day(asOf);
        if (atPosition == null) {
            return desk.answer(minPosition, VIEWS, position -> TrialBalance.of(day, position, finder.on(day)));
        }
        var at = ReadingDesk.position("at_position", atPosition);
        var atLeast = minPosition == null ? at : Long.valueOf(Math.max(minPosition, at));
        return desk.answer(atLeast, VIEWS, _ -> TrialBalance.of(day, at, finder.at(day, at)));
    }
}
