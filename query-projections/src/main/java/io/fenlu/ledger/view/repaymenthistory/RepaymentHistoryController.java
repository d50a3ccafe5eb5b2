package io.fenlu.ledger.view.repaymenthistory;

import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.history.HistoryFinder;
import io.fenlu.ledger.view.history.HistoryProjection;
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

/** Answers what was paid. */
@ReadDoor
@RestController("repaymentHistoryView")
@Tag(name = "Loans")
public final class RepaymentHistoryController {
    private static final List<String> VIEWS = List.of(RepaymentHistoryProjection.VIEW, HistoryProjection.VIEW);

    private final RepaymentHistoryFinder finder;
    private final HistoryFinder history;
    private final ReadingDesk desk;

    public RepaymentHistoryController(RepaymentHistoryFinder finder, HistoryFinder history, ReadingDesk desk) {
        this.finder = finder;
        this.history = history;
        this.desk = desk;
    }

    @GetMapping("/loans/{id}/repayments")
    @Operation(summary = "The repayments of a loan", description = "Each with the debts that it healed, in order.")
    public ResponseEntity<Repayments> ofLoan(
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
            if (!history.knows("loan", id)) {
                throw new NoAnswer(LoanRefusal.LOAN_NOT_FOUND, "No loan " + id + " is known.");
            }
            return new Repayments(id, day, finder.on(id, day, position));
        });
    }
}
