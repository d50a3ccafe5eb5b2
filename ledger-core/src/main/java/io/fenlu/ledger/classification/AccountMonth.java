package io.fenlu.ledger.classification;

import io.fenlu.ledger.account.AccountBalances;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.account.AccountState.Closed;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pay-later account as the credit register is told of it, month by month: one revolving account (循环贷账户月度信息).
 *
 * @param on the day of the balances: the last of the month, or the last that is asked about
 * @param asked least payments that fell due in the month
 * @param paid money that came in during the month, less what the bank took back
 * @param monthsInArrears bills whose least payment was past due at the end
 * @param fiveClass by the rules of cards
 * @param code absent in months after the end of the account
 */
public record AccountMonth(
        YearMonth month,
        LocalDate on,
        AccountBalances balances,
        Money asked,
        Money paid,
        int monthsInArrears,
        int daysPastDue,
        FiveClass fiveClass,
        @Nullable BureauCode code) {
    /** The months of an account from one to another, none after today, as far as their bills are out. */
    public static List<AccountMonth> of(AccountState state, YearMonth first, YearMonth last, LocalDate today) {
        var account = state instanceof Closed closed ? closed.last() : (Active) state;
        var asked = AccountStanding.asked(account);
        var months = new ArrayList<AccountMonth>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var end = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
            if (!end.isBefore(account.openedOn()) && !month.atDay(1).isAfter(today)) {
                months.add(of(state, account, asked, month, end));
            }
        }
        return List.copyOf(months);
    }

    private static AccountMonth of(
            AccountState state, Active account, AccountStanding.Asked asked, YearMonth month, LocalDate end) {
        var balances = AccountStanding.of(account, end).balances();
        var fellDue = balances.limit().zero();
        for (var due : asked.dues()) {
            fellDue = YearMonth.from(due.dueOn()).equals(month) ? fellDue.plus(due.amount()) : fellDue;
        }
        var history = asked.dues().isEmpty() ? null : AccountArrears.of(asked);
        var arrears = history == null ? null : history.on(end);
        return new AccountMonth(
                month,
                end,
                balances,
                fellDue,
                AccountStanding.paid(account, month.atDay(1), end),
                arrears == null ? 0 : arrears.unpaidPeriods(),
                arrears == null ? 0 : arrears.either().daysPastDue(),
                history == null ? FiveClass.NORMAL : RulePack.CARDS.classify(history, end),
                code(state, account, history, month));
    }

    private static @Nullable BureauCode code(
            AccountState state, Active account, @Nullable ArrearsHistory history, YearMonth month) {
        var ending = ending(state, account);
        if (history == null && (ending == null || month.isBefore(YearMonth.from(ending.on())))) {
            return BureauCode.NOTHING_DUE;
        }
        return new BureauAccount(account.openedOn(), BureauAccount.Counting.UNPAID_MINIMUMS, ending, history)
                .code(month)
                .orElse(null);
    }

    /** Bad debt from the write-off on, also when the claim was paid later; settled when it was put away without one. */
    private static BureauAccount.@Nullable Ending ending(AccountState state, Active account) {
        var writtenOff = AccountStanding.writtenOffOn(account);
        if (writtenOff != null) {
            return new BureauAccount.Ending(writtenOff, BureauCode.BAD_DEBT);
        }
        return state instanceof Closed closed ? new BureauAccount.Ending(closed.closedOn(), BureauCode.SETTLED) : null;
    }
}
