package io.fenlu.ledger.view.history;

import io.fenlu.ledger.account.AccountRefusal;
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
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;

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

    @GetMapping({
        "/loans/{id}/events",
        "/accounts/{id}/events",
        "/credit-lines/{id}/events",
        "/disbursements/{id}/events"
    })
    @Operation(
            summary = "Every fact of a loan, an account, a credit line or a disbursement",
            description = "As it was stored; oldest first, by position.")
    public ResponseEntity<FactPage> facts(
            @PathVariable UUID id,
            @Parameter(description = "the position of the last one already seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition,
            HttpServletRequest request) {
        var kind = Kind.at(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        var from = ReadingDesk.after(after);
        var atMost = ReadingDesk.limit(limit, MOST);
        return desk.answer(minPosition, List.of(HistoryProjection.VIEW), _ -> {
            if (!finder.knows(kind.word, id)) {
                throw new NoAnswer(kind.unknown, "Nothing is known of " + id + ".");
            }
            return finder.page(id, from, atMost);
        });
    }

    /** Whose facts they are. */
    private enum Kind {
        LOAN("loan", LoanRefusal.LOAN_NOT_FOUND),
        ACCOUNT("account", AccountRefusal.ACCOUNT_NOT_FOUND),
        CREDIT_LINE("credit-line", CreditLineRefusal.CREDIT_LINE_NOT_FOUND),
        DISBURSEMENT("disbursement", DisbursementRefusal.DISBURSEMENT_NOT_FOUND);

        /** With which the names of its facts begin. */
        private final String word;

        private final Refusal unknown;

        Kind(String word, Refusal unknown) {
            this.word = word;
            this.unknown = unknown;
        }

        static Kind at(String path) {
            return Arrays.stream(values())
                    .filter(kind -> path.startsWith("/" + kind.word + "s/"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
