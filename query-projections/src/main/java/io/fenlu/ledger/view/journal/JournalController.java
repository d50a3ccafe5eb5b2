package io.fenlu.ledger.view.journal;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with the journal of the books. */
@ReadDoor
@RestController("journalView")
@Tag(name = "Books", description = "Double entry: what each fact means in debit and credit.")
public final class JournalController {
    private static final int MOST = 1000;

    private final JournalFinder finder;
    private final ReadingDesk desk;

    public JournalController(JournalFinder finder, ReadingDesk desk) {
        this.finder = finder;
        this.desk = desk;
    }

    @GetMapping("/books/journal")
    @Operation(summary = "The journal", description = "Postings by position, of one loan or of all.")
    public ResponseEntity<JournalPage> page(
            @Parameter(description = "the position of the last one already seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "loan_id", required = false) @Nullable UUID loan,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var from = ReadingDesk.after(after);
        var atMost = ReadingDesk.limit(limit, MOST);
        return desk.answer(minPosition, List.of(JournalProjection.VIEW), _ -> finder.page(from, atMost, loan));
    }
}
