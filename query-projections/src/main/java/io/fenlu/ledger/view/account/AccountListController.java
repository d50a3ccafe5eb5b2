package io.fenlu.ledger.view.account;

import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadDoor;
import io.fenlu.ledger.view.ReadingDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists pay-later accounts. */
@ReadDoor
@RestController("accountListView")
@Tag(name = "Pay-later accounts")
public final class AccountListController {
    private static final int MOST = 500;
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final List<String> VIEWS = List.of(AccountProjection.VIEW);

    private final AccountFinder finder;
    private final ReadingDesk desk;

    public AccountListController(AccountFinder finder, ReadingDesk desk) {
        this.finder = finder;
        this.desk = desk;
    }

    @GetMapping("/accounts")
    @Operation(
            summary = "A list of accounts",
            description = "Each as its last fact left it, the first opened first. Ask for one account to learn what is"
                    + " owed on a day.")
    public ResponseEntity<AccountPage> list(
            @RequestParam(name = "borrower_id", required = false) @Nullable String borrower,
            @RequestParam(required = false) @Nullable String brand,
            @Parameter(schema = @Schema(implementation = AccountStatus.class)) @RequestParam(required = false) @Nullable
                    String status,
            @Parameter(description = "the place of the last account already seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = ReadingDesk.WAITS) @RequestParam(name = "min_position", required = false) @Nullable
                    Long minPosition) {
        var wanted = new AccountFinder.Wanted(
                name("borrower_id", borrower),
                name("brand", brand),
                Choice.parse("status", AccountStatus.class, status));
        var from = ReadingDesk.after(after);
        var atMost = ReadingDesk.limit(limit, MOST);
        return desk.answer(minPosition, VIEWS, _ -> finder.page(wanted, from, atMost));
    }

    /** A name as borrowers and brands have them; another cannot be looked for. */
    private static @Nullable String name(String parameter, @Nullable String asked) {
        if (asked != null && !NAME.matcher(asked).matches()) {
            throw NoAnswer.malformed(parameter + " is 1 to 64 printable letters without spaces.");
        }
        return asked;
    }
}
