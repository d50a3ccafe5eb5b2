package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Authorisation;
import io.fenlu.ledger.account.AccountEntry.BillConversion;
import io.fenlu.ledger.account.AccountEntry.Chargeback;
import io.fenlu.ledger.account.AccountEntry.ChargebackReversal;
import io.fenlu.ledger.account.AccountEntry.Closing;
import io.fenlu.ledger.account.AccountEntry.CreditReturn;
import io.fenlu.ledger.account.AccountEntry.DaysChange;
import io.fenlu.ledger.account.AccountEntry.LimitSetting;
import io.fenlu.ledger.account.AccountEntry.Payment;
import io.fenlu.ledger.account.AccountEntry.PaymentReturn;
import io.fenlu.ledger.account.AccountEntry.PlanSettlement;
import io.fenlu.ledger.account.AccountEntry.Purchase;
import io.fenlu.ledger.account.AccountEntry.Refund;
import io.fenlu.ledger.account.AccountEntry.Relieving;
import io.fenlu.ledger.account.AccountEntry.TakeOver;
import io.fenlu.ledger.account.AccountEntry.Voiding;
import io.fenlu.ledger.account.AccountEntry.Waiver;
import io.fenlu.ledger.account.AccountEntry.WriteOff;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.money.Money;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an entry can be taken in at all: its sum and its date, then what its kind asks for. */
final class Sounding {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    private static final int LONGEST_REASON = 200;

    private Sounding() {}

    static @Nullable Objection objection(Active account, AccountEntry entry) {
        var bySum = sum(account, entry);
        if (bySum != null) {
            return bySum;
        }
        var byDate = date(account, entry);
        return byDate == null ? kind(account, entry) : byDate;
    }

    private static @Nullable Objection sum(Active account, AccountEntry entry) {
        var amount = amount(entry);
        if (amount == null) {
            return null;
        }
        if (amount.currency() != account.agreement().currency()) {
            return Objection.to(AccountRefusal.ACCOUNT_CURRENCY_DIFFERS);
        }
        return switch (entry) {
            case TakeOver _ -> amount.isZero() ? Objection.to(AccountRefusal.TAKE_OVER_OF_NOTHING) : null;
            case LimitSetting _ -> amount.isNegative() ? Objection.to(AccountRefusal.ACCOUNT_LIMIT_NEGATIVE) : null;
            default -> amount.isPositive() ? null : Objection.to(AccountRefusal.ACCOUNT_AMOUNT_NOT_POSITIVE);
        };
    }

    private static @Nullable Money amount(AccountEntry entry) {
        return switch (entry) {
            case TakeOver it -> it.amount();
            case LimitSetting it -> it.limit();
            case Authorisation it -> it.amount();
            case Purchase it -> it.amount();
            case Refund it -> it.amount();
            case Chargeback it -> it.amount();
            case ChargebackReversal it -> it.amount();
            case Payment it -> it.amount();
            case CreditReturn it -> it.amount();
            case BillConversion it -> it.amount();
            case Waiver it -> it.amount();
            case Voiding _, PlanSettlement _, DaysChange _, Closing _, PaymentReturn _, WriteOff _ -> null;
        };
    }

    private static @Nullable Objection date(Active account, AccountEntry entry) {
        var book = account.book();
        var on = entry.on();
        if (on.isBefore(book.openedOn())) {
            return new Objection(
                    AccountRefusal.DATE_BEFORE_ACCOUNT,
                    "The account was opened on " + book.openedOn() + ", after " + on + ".");
        }
        var last = book.lastOn();
        var window = account.agreement().terms().backdating();
        if (on.isBefore(last) && !window.reaches(on, last)) {
            return new Objection(
                    AccountRefusal.ACCOUNT_BACKDATED_BEYOND_WINDOW,
                    on + " lies more than " + window.days() + " days before " + last + ", the last entry.");
        }
        var from = account.position().cycle().from();
        if (!(entry instanceof Relieving) && on.isBefore(from)) {
            return new Objection(
                    AccountRefusal.DATE_IN_BILLED_CYCLE,
                    "The last bill covers the days before " + from + ", and " + on + " is one of them.");
        }
        return null;
    }

    private static @Nullable Objection kind(Active account, AccountEntry entry) {
        if (account.position().writtenOff() != null && !mayFollowWriteOff(entry)) {
            return Objection.to(AccountRefusal.ACCOUNT_WRITTEN_OFF);
        }
        return switch (entry) {
            case TakeOver _ ->
                account.book().entries().isEmpty() ? null : Objection.to(AccountRefusal.TAKE_OVER_NOT_FIRST);
            case LimitSetting it -> SoundingEnds.limit(account, it);
            case Authorisation it -> SoundingPurchases.authorisation(account, it);
            case Voiding it -> SoundingPurchases.voiding(account, it);
            case Purchase it -> SoundingPurchases.purchase(account, it);
            case Refund it -> SoundingRefunds.refund(account, it);
            case Chargeback it -> SoundingRefunds.chargeback(account, it);
            case ChargebackReversal it -> SoundingRefunds.reversal(account, it);
            case Payment it -> malformed(it.source(), AccountRefusal.PAYMENT_SOURCE_MALFORMED);
            case CreditReturn it -> SoundingEnds.creditReturn(account, it);
            case BillConversion it -> SoundingPurchases.conversion(account, it);
            case PlanSettlement it ->
                account.book().before(it).plans().stream()
                                .anyMatch(plan -> plan.id().equals(it.plan()))
                        ? null
                        : Objection.to(AccountRefusal.PLAN_NOT_FOUND);
            case DaysChange it -> SoundingEnds.daysChange(account, it);
            case Closing it -> SoundingEnds.closing(account, it);
            case PaymentReturn it -> SoundingDebts.paymentReturn(account, it);
            case Waiver it -> SoundingDebts.waiver(account, it);
            case WriteOff it -> SoundingDebts.writeOff(account, it);
        };
    }

    private static boolean mayFollowWriteOff(AccountEntry entry) {
        return switch (entry) {
            case Relieving _, PaymentReturn _, ChargebackReversal _, CreditReturn _, Voiding _, Closing _ -> true;
            case TakeOver _,
                    LimitSetting _,
                    Authorisation _,
                    Purchase _,
                    BillConversion _,
                    PlanSettlement _,
                    DaysChange _,
                    WriteOff _ -> false;
        };
    }

    static @Nullable Objection malformed(String reference, AccountRefusal otherwise) {
        return isReference(reference) ? null : Objection.to(otherwise);
    }

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    static boolean isReason(String text) {
        return !text.isBlank() && text.length() <= LONGEST_REASON;
    }
}
