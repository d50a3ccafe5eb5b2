package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved on an account from one day to another, both included, as it is now known (账户对账单): the opening balance and all lines
 * make the closing balance.
 *
 * @param opening of the morning of the first day: owed on bills and since the last one; less than nothing for credit
 * @param closing of the evening of the last day
 */
public record AccountStatement(LocalDate from, LocalDate to, Money opening, List<Line> lines, Money closing) {
    /**
     * One movement; what a bill charges counts on its bill day.
     *
     * @param entry to which it goes back; none for what a bill itself charges
     * @param text the merchant and the order, or which period
     * @param amount by which it changes the balance
     * @param claim what was written off and is still owed after it; none when it does not touch that
     */
    public record Line(
            LocalDate on,
            BillLineKind kind,
            @Nullable EntryId entry,
            @Nullable String text,
            Money amount,
            @Nullable Money claim) {}

    public AccountStatement {
        lines = List.copyOf(lines);
    }

    /** The statement of the days from one to another. */
    public static AccountStatement of(Active account, LocalDate from, LocalDate to) {
        var opening = account.agreement().limit().zero();
        var lines = new ArrayList<Line>();
        for (var line : all(account)) {
            if (line.on().isBefore(from)) {
                opening = opening.plus(line.amount());
            } else if (!line.on().isAfter(to)) {
                lines.add(line);
            }
        }
        var closing = opening;
        for (var line : lines) {
            closing = closing.plus(line.amount());
        }
        return new AccountStatement(from, to, opening, lines, closing);
    }

    private static List<Line> all(Active account) {
        var zero = account.agreement().limit().zero();
        var lines = new ArrayList<Line>();
        var before = zero;
        for (var run : account.book().runs()) {
            for (var step : run.steps()) {
                var claim = claim(step.after(), zero);
                var line = Billing.line(step);
                if (line != null || !claim.equals(before)) {
                    var entry = step.entry();
                    lines.add(new Line(
                            entry.on(),
                            BillLineKind.of(entry),
                            entry.id(),
                            line == null ? null : line.text(),
                            step.effect(),
                            claim.equals(before) ? null : claim));
                }
                before = claim;
            }
            if (run.cut() != null) {
                for (var line : run.cut().lines()) {
                    lines.add(new Line(line.on(), line.kind(), line.entry(), line.text(), line.amount(), null));
                }
            }
        }
        return lines;
    }

    private static Money claim(AccountPosition position, Money zero) {
        var ended = position.writtenOff();
        return ended == null ? zero : ended.claim().total();
    }
}
