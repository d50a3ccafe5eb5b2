package io.fenlu.ledger.view.creditline;

import io.fenlu.ledger.creditline.CreditLineRefusal;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
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

/** Answers how much may still be drawn. */
@ReadDoor
@RestController("creditLineView")
@Tag(name = "Credit lines", description = "Limits, and what is left of them, on any day.")
public final class CreditLineController {
    private final CreditLineFinder finder;
    private final ReadingDesk desk;

    public CreditLineController(CreditLineFinder finder, ReadingDesk desk) {
        this.finder = finder;
        this.desk = desk;
    }

    @GetMapping("/credit-lines/{id}")
    @Operation(
            summary = "A credit line at the end of a day",
            description = "Its limit, what is reserved and used, and what may still be drawn.")
    public ResponseEntity<CreditLine> one(
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
                List.of(CreditLineProjection.VIEW),
                position -> finder.on(id, day, position)
                        .orElseThrow(() -> new NoAnswer(
                                CreditLineRefusal.CREDIT_LINE_NOT_FOUND,
                                "No credit line " + id + " is known on " + day + ".")));
    }
}
