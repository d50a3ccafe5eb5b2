package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.account.AccountStatement;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.CsvSheet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What moved on an account from one day to another, both included; opening and lines make the closing balance, which is negative for
 * credit.
 */
@Schema(name = "AccountStatement")
public record StatementShown(
        @JsonProperty("account_id") UUID accountId,
        String brand,
        @JsonProperty("lender_of_record") String lenderOfRecord,
        LocalDate from,
        LocalDate to,
        Amount opening,
        List<Line> lines,
        Amount closing) {
    private static final List<String> HEAD = List.of(
            "date", "movement", "reference", "text", "currency", "charged", "credited", "owed", "held", "claim");

    /**
     * One movement.
     *
     * @param balance after it
     * @param claim what was written off and is still owed after it; absent when it does not touch that
     */
    @Schema(name = "AccountStatementLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            LocalDate on,
            @Schema(example = "purchase") String movement,
            @Nullable UUID reference,
            @Nullable String text,
            Amount amount,
            Amount balance,
            @Nullable Amount claim) {
        static Line of(AccountStatement.Line line, Money balance) {
            return new Line(
                    line.on(),
                    Choice.word(line.kind()),
                    line.entry() == null ? null : line.entry().value(),
                    line.text(),
                    Amount.of(line.amount()),
                    Amount.of(balance),
                    line.claim() == null ? null : Amount.of(line.claim()));
        }

        private List<String> cells() {
            return List.of(
                    on.toString(),
                    movement,
                    reference == null ? "" : reference.toString(),
                    text == null ? "" : text,
                    amount.currency(),
                    above(amount),
                    below(amount),
                    above(balance),
                    below(balance),
                    claim == null ? "" : claim.amount());
        }
    }

    static StatementShown of(Active account, AccountStatement statement) {
        var lines = new ArrayList<Line>();
        var balance = statement.opening();
        for (var line : statement.lines()) {
            balance = balance.plus(line.amount());
            lines.add(Line.of(line, balance));
        }
        return new StatementShown(
                account.accountId().value(),
                account.agreement().brand(),
                account.agreement().lenderOfRecord().value(),
                statement.from(),
                statement.to(),
                Amount.of(statement.opening()),
                lines,
                Amount.of(statement.closing()));
    }

    /** The same as rows for a spreadsheet: the opening balance, one row per movement, the closing balance. */
    String asSheet() {
        var sheet = new CsvSheet().row(HEAD).row(balance(from, "opening-balance", opening));
        lines.forEach(line -> sheet.row(line.cells()));
        return sheet.row(balance(to, "closing-balance", closing)).toString();
    }

    private static List<String> balance(LocalDate on, String what, Amount balance) {
        return List.of(on.toString(), what, "", "", balance.currency(), "", "", above(balance), below(balance), "");
    }

    /** A sum that is not less than nothing; a spreadsheet takes a minus for a formula. */
    private static String above(Amount amount) {
        return amount.amount().startsWith("-") ? "" : amount.amount();
    }

    private static String below(Amount amount) {
        return amount.amount().startsWith("-") ? amount.amount().substring(1) : "";
    }
}
