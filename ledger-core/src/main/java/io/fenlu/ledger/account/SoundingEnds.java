package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Closing;
import io.fenlu.ledger.account.AccountEntry.CreditReturn;
import io.fenlu.ledger.account.AccountEntry.DaysChange;
import io.fenlu.ledger.account.AccountEntry.LimitSetting;
import io.fenlu.ledger.account.AccountState.Active;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a limit, the days or the life of an account can be changed, and credit returned. */
final class SoundingEnds {
    private SoundingEnds() {}

    static @Nullable Objection limit(Active account, LimitSetting entry) {
        if (!Sounding.isReason(entry.reason())) {
            return Objection.to(AccountRefusal.LIMIT_REASON_MALFORMED);
        }
        return account.book().before(entry).limit().equals(entry.limit())
                ? Objection.to(AccountRefusal.ACCOUNT_LIMIT_UNCHANGED)
                : null;
    }

    static @Nullable Objection creditReturn(Active account, CreditReturn entry) {
        if (!Sounding.isReference(entry.bankReference())) {
            return Objection.to(AccountRefusal.CREDIT_REFERENCE_MALFORMED);
        }
        var credit =
                account.book().before(entry).credit().min(account.position().credit());
        if (!credit.isPositive()) {
            return Objection.to(AccountRefusal.ACCOUNT_HOLDS_NO_CREDIT);
        }
        return entry.amount().isMoreThan(credit)
                ? new Objection(
                        AccountRefusal.RETURN_EXCEEDS_ACCOUNT_CREDIT,
                        entry.amount() + " is more than the " + credit + " that are held.")
                : null;
    }

    static @Nullable Objection daysChange(Active account, DaysChange entry) {
        if (!entry.days()
                .leaveTime(
                        Opening.LEAST_DAYS_TO_PAY,
                        account.agreement().terms().grace().days())) {
            return Objection.to(AccountRefusal.BILLING_DAYS_LEAVE_NO_TIME);
        }
        var cycle = account.position().cycle();
        if (cycle.transition()) {
            return Objection.to(AccountRefusal.BILLING_DAYS_JUST_CHANGED);
        }
        if (cycle.days().equals(entry.days())) {
            return Objection.to(AccountRefusal.BILLING_DAYS_UNCHANGED);
        }
        return notLast(account, entry.on());
    }

    static @Nullable Objection closing(Active account, Closing entry) {
        if (!Sounding.isReason(entry.reason())) {
            return Objection.to(AccountRefusal.CLOSING_REASON_MALFORMED);
        }
        if (account.position().closing()) {
            return Objection.to(AccountRefusal.CLOSING_ALREADY_REQUESTED);
        }
        return notLast(account, entry.on());
    }

    private static @Nullable Objection notLast(Active account, LocalDate on) {
        return on.isBefore(account.book().lastOn())
                ? new Objection(
                        AccountRefusal.CHANGE_BEFORE_LAST_ENTRY,
                        "The last entry is of " + account.book().lastOn() + ", after " + on + ".")
                : null;
    }
}
