package io.fenlu.ledger.view.history;

import io.fenlu.ledger.creditline.CreditLineRefusal;
import io.fenlu.ledger.disbursement.DisbursementRefusal;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what happened to one thing. */
@ReadDoor
@RestController("historyView")
@Tag(name = "History", description = "Every fact as it was stored, with position, recorded time and business date.")
public final class HistoryController {
    private static final int MOST = 1000;

    private final HistoryFinder finder;
    private final ReadingDesk desk;

    public HistoryController(HistoryFinder finder, ReadingDesk desk) {
        this.finder = finder;
        this.desk = desk;
    }

    @GetMapping("/loans/{id}/events")
    @Operation(summary = "The facts of a loan", description = "Oldest first, by position.")
    public ResponseEntity<FactPage> ofLoan(
            @PathVariable UUID id,
            @Parameter(description = "the position of the last one already seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return answer(new Kind("loan", LoanRefusal.LOAN_NOT_FOUND), id, new Page(after, limit), minPosition);
    }

    @GetMapping("/credit-lines/{id}/events")
    @Operation(summary = "The facts of a credit line", description = "Oldest first, by position.")
    public ResponseEntity<FactPage> ofCreditLine(
            @PathVariable UUID id,
            @Parameter(description = "the position of the last one already seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return answer(
                new Kind("credit-line", CreditLineRefusal.CREDIT_LINE_NOT_FOUND),
                id,
                new Page(after, limit),
                minPosition);
    }

    @GetMapping("/disbursements/{id}/events")
    @Operation(summary = "The facts of a disbursement", description = "Oldest first, by position.")
    public ResponseEntity<FactPage> ofDisbursement(
            @PathVariable UUID id,
            @Parameter(description = "the position of the last one already seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return answer(
                new Kind("disbursement", DisbursementRefusal.DISBURSEMENT_NOT_FOUND),
                id,
                new Page(after, limit),
                minPosition);
    }

    private record Kind(String word, Refusal unknown) {}

    private record Page(@Nullable Long after, @Nullable Integer limit) {}

    private ResponseEntity<FactPage> answer(Kind kind, UUID id, Page page, @Nullable Long minPosition) {
        var after = ReadingDesk.after(page.after);
        var limit = ReadingDesk.limit(page.limit, MOST);
        return desk.answer(minPosition, List.of(HistoryProjection.VIEW), _ -> {
            if (!finder.knows(kind.word, id)) {
                throw new NoAnswer(kind.unknown, "Nothing is known of " + id + ".");
            }
            return finder.page(id, after, limit);
        });
    }
}
