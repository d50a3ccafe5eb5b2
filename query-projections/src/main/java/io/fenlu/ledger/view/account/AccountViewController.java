package io.fenlu.ledger.view.account;

import io.fenlu.ledger.account.AccountRefusal;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
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

/** Answers how pay-later accounts stand, and shows their bills. */
@ReadDoor
@RestController("accountView")
@Tag(name = "Pay-later accounts", description = "What is owed and open to buy, and every bill as it was issued.")
public final class AccountViewController {
    private static final List<String> VIEWS = List.of(HistoryProjection.VIEW);

    private final AccountStory story;
    private final ReadingDesk desk;

    public AccountViewController(AccountStory story, ReadingDesk desk) {
        this.story = story;
        this.desk = desk;
    }

    @GetMapping("/accounts/{id}")
    @Operation(
            summary = "An account on a day, as it is now known",
            description = "What is owed, what is open to buy, the running cycle, plans with what is left of them.")
    public ResponseEntity<AccountOnDay> one(
            @PathVariable UUID id,
            @Parameter(description = "business date; today when absent")
                    @RequestParam(name = "as_of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var day = desk.day(asOf);
        return desk.answer(minPosition, VIEWS, position -> onDay(id, day, position));
    }

    private AccountOnDay onDay(UUID id, LocalDate day, long position) {
        var state = story.at(id, position).orElseThrow(() -> unknown(id));
        var account = state instanceof AccountState.Closed closed ? closed.last() : (AccountState.Active) state;
        if (day.isBefore(account.openedOn())) {
            throw unknown(id);
        }
        var standing = AccountStanding.of(account, day);
        var over = state instanceof AccountState.Closed closed && !day.isBefore(closed.closedOn());
        var status = over ? "closed" : status(standing);
        return AccountOnDay.of(account, standing, status, day);
    }

    private static String status(AccountStanding standing) {
        if (standing.balances().claim() != null) {
            return "written-off";
        }
        return standing.closing() ? "closing" : "open";
    }

    @GetMapping("/accounts/{id}/bills")
    @Operation(summary = "The bills of an account", description = "As they were issued, with all lines, oldest first.")
    public ResponseEntity<List<BillShown>> bills(
            @PathVariable UUID id,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(minPosition, VIEWS, position -> {
            if (story.at(id, position).isEmpty()) {
                throw unknown(id);
            }
            return story.bills(id, position).stream().map(BillShown::of).toList();
        });
    }

    @GetMapping("/accounts/{id}/bills/{number}")
    @Operation(summary = "One bill of an account", description = "As it was issued, with all its lines.")
    public ResponseEntity<BillShown> bill(
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        return desk.answer(
                minPosition,
                VIEWS,
                position -> story.bills(id, position).stream()
                        .filter(bill -> bill.number() == number)
                        .findFirst()
                        .map(BillShown::of)
                        .orElseThrow(() -> new NoAnswer(
                                AccountRefusal.BILL_NOT_FOUND, "Account " + id + " has no bill " + number + ".")));
    }

    private static NoAnswer unknown(UUID account) {
        return new NoAnswer(AccountRefusal.ACCOUNT_NOT_FOUND, "No account " + account + " is known by then.");
    }
}
