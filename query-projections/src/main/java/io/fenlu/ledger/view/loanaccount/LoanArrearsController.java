package io.fenlu.ledger.view.loanaccount;

import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.history.HistoryProjection;
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

/** Answers how late a loan is, on any day, as it is known now or was known at any time. */
@ReadDoor
@RestController("loanArrearsView")
@Tag(name = "Loans")
public final class LoanArrearsController {
    private final LoanStory story;
    private final KnownAt knownAt;
    private final ReadingDesk desk;

    public LoanArrearsController(LoanStory story, KnownAt knownAt, ReadingDesk desk) {
        this.story = story;
        this.knownAt = knownAt;
        this.desk = desk;
    }

    @GetMapping("/loans/{id}/arrears")
    @Operation(
            summary = "How late a loan is at the end of a day, and in which class that puts it",
            description = "Days past due for principal and interest, unpaid periods, the five classes, the stage of"
                    + " impairment and the code of the credit register.")
    public ResponseEntity<LoanArrearsOnDay> arrears(
            @PathVariable UUID id,
            @Parameter(description = "business date; today when absent")
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = KnownAt.MEANS) @RequestParam(name = "known_at", required = false) @Nullable
                    String upTo,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var day = desk.day(asOf);
        return desk.answer(minPosition, List.of(HistoryProjection.VIEW), reached -> {
            var known = knownAt.upTo(upTo, reached);
            return story.lateness(id, day, known)
                    .map(lateness -> LoanArrearsOnDay.of(id, known, lateness))
                    .orElseThrow(() -> new NoAnswer(
                            LoanRefusal.LOAN_NOT_FOUND, "No loan " + id + " was known at position " + known + "."));
        });
    }
}
