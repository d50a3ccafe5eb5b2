package io.fenlu.ledger.view.statement;

import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadRefusal;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.history.HistoryProjection;
import io.fenlu.ledger.view.loanaccount.LoanAccount;
import io.fenlu.ledger.view.loanaccount.LoanAccountFinder;
import io.fenlu.ledger.view.loanaccount.LoanAccountProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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

/** Answers with statements, as JSON or, when asked for {@code text/csv}, as a sheet. */
@ReadDoor
@RestController("statementView")
@Tag(name = "Loans")
public final class StatementController {
    private static final List<String> VIEWS =
            List.of(StatementProjection.VIEW, LoanAccountProjection.VIEW, HistoryProjection.VIEW);

    private final StatementFinder finder;
    private final LoanAccountFinder loans;
    private final ReadingDesk desk;

    public StatementController(StatementFinder finder, LoanAccountFinder loans, ReadingDesk desk) {
        this.finder = finder;
        this.loans = loans;
        this.desk = desk;
    }

    @GetMapping(path = "/loans/{id}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The statement of a loan",
            description = "Opening balance, one line per movement, closing balance; as JSON or as text/csv by the"
                    + " Accept header. Without from it begins with the loan, without to it ends with as_of.")
    public ResponseEntity<Statement> asJson(
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
            @Parameter(description = "business date; today when absent")
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(minPosition, VIEWS, position -> find(id, new Asked(from, to, asOf), position));
    }

    @GetMapping(path = "/loans/{id}/statement", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "The statement of a loan")
    public ResponseEntity<String> asCsv(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(name = "as_of", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate asOf,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition, VIEWS, position -> StatementSheet.of(find(id, new Asked(from, to, asOf), position)));
    }

    private record Asked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf) {}

    private Statement find(UUID id, Asked asked, long position) {
        var loan = loans.find(id)
                .orElseThrow(() -> new NoAnswer(LoanRefusal.LOAN_NOT_FOUND, "No loan " + id + " is known."));
        var asOf = desk.day(asked.asOf);
        var to = asked.to == null ? asOf : ReadingDesk.kept(asked.to);
        var from = asked.from == null ? begin(loan, to) : ReadingDesk.kept(asked.from);
        if (from.isAfter(to)) {
            throw new NoAnswer(ReadRefusal.PARAMETER_MALFORMED, "from " + from + " is after to " + to + ".");
        }
        return finder.find(loan, new StatementFinder.Span(from, to, asOf), position);
    }

    private static LocalDate begin(LoanAccount loan, LocalDate atLatest) {
        var begin = loan.dates().requestedOn();
        var paidOut = loan.dates().disbursedOn();
        if (paidOut != null && paidOut.isBefore(begin)) {
            begin = paidOut;
        }
        return begin.isAfter(atLatest) ? atLatest : begin;
    }
}
