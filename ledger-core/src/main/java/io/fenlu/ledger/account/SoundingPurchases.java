package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Authorisation;
import io.fenlu.ledger.account.AccountEntry.BillConversion;
import io.fenlu.ledger.account.AccountEntry.Purchase;
import io.fenlu.ledger.account.AccountEntry.Voiding;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Whether something can be bought, and paid in periods. */
final class SoundingPurchases {
    private static final int LONGEST_AUTHORISATION = 365;

    private SoundingPurchases() {}

    static @Nullable Objection authorisation(Active account, Authorisation entry) {
        var byName = order(entry.merchant(), entry.orderNumber());
        if (byName != null) {
            return byName;
        }
        var days = ChronoUnit.DAYS.between(entry.on(), entry.expiresOn());
        if (days < 0 || days > LONGEST_AUTHORISATION) {
            return Objection.to(AccountRefusal.AUTHORISATION_EXPIRY_OUT_OF_RANGE);
        }
        var before = account.book().before(entry);
        if (account.position().closing() || before.closing()) {
            return Objection.to(AccountRefusal.CLOSING_UNDER_WAY);
        }
        return beyondLimit(account, before, entry.amount(), null);
    }

    static @Nullable Objection voiding(Active account, Voiding entry) {
        return hold(account, account.book().before(entry), entry, entry.authorisation())
                .objection();
    }

    static @Nullable Objection purchase(Active account, Purchase entry) {
        var byName = order(entry.merchant(), entry.orderNumber());
        if (byName != null) {
            return byName;
        }
        var before = account.book().before(entry);
        if (!entry.forced() && (account.position().closing() || before.closing())) {
            return Objection.to(AccountRefusal.CLOSING_UNDER_WAY);
        }
        if (entry.authorisation() != null) {
            var found = hold(account, before, entry, entry.authorisation());
            if (found.hold() == null) {
                return found.objection();
            }
            var byHold = capture(account, found.hold(), entry);
            if (byHold != null) {
                return byHold;
            }
        }
        var byPlan = plan(account, entry);
        if (byPlan != null) {
            return byPlan;
        }
        return entry.forced() ? null : beyondLimit(account, before, entry.amount(), entry.authorisation());
    }

    /** What is left of an authorisation, or why there is nothing. */
    private record Found(@Nullable Hold hold, @Nullable Objection objection) {}

    private static Found hold(Active account, AccountPosition before, AccountEntry entry, EntryId id) {
        if (!(account.book().find(id).orElse(null) instanceof Authorisation authorisation)) {
            return new Found(null, Objection.to(AccountRefusal.AUTHORISATION_NOT_FOUND));
        }
        if (entry.on().isAfter(authorisation.expiresOn())) {
            return new Found(null, Objection.to(AccountRefusal.AUTHORISATION_EXPIRED));
        }
        for (var hold : before.holds()) {
            if (hold.authorisation().equals(id) && !isVoided(account, id, entry.on())) {
                return new Found(hold, null);
            }
        }
        return new Found(null, Objection.to(AccountRefusal.AUTHORISATION_SPENT));
    }

    /** Whether it was given up by the end of a day, on which purchases come before what is given up. */
    private static boolean isVoided(Active account, EntryId authorisation, LocalDate on) {
        return account.book().entries().stream()
                .anyMatch(known -> known instanceof Voiding voiding
                        && voiding.authorisation().equals(authorisation)
                        && !voiding.on().isAfter(on));
    }

    private static @Nullable Objection capture(Active account, Hold hold, Purchase entry) {
        if (!hold.merchant().equals(entry.merchant()) || !hold.orderNumber().equals(entry.orderNumber())) {
            return Objection.to(AccountRefusal.CAPTURE_OF_ANOTHER_ORDER);
        }
        var left = uncaptured(account, hold);
        return entry.amount().isMoreThan(left)
                ? new Objection(
                        AccountRefusal.CAPTURE_EXCEEDS_AUTHORISATION,
                        entry.amount() + " is more than the " + left + " that are left.")
                : null;
    }

    /** What is left of a hold after all that was taken of it, also on later days. */
    private static Money uncaptured(Active account, Hold hold) {
        var left = hold.left();
        for (var known : account.book().entries()) {
            if (known instanceof Authorisation authorisation
                    && authorisation.id().equals(hold.authorisation())) {
                left = authorisation.amount();
            } else if (known instanceof Purchase purchase
                    && hold.authorisation().equals(purchase.authorisation())) {
                left = left.minus(purchase.amount());
            }
        }
        return left.orZero();
    }

    private static @Nullable Objection plan(Active account, Purchase entry) {
        if (inPeriods(account, entry)) {
            return Objection.to(AccountRefusal.ORDER_ALREADY_IN_PERIODS);
        }
        return entry.plan() == null ? null : onOffer(account, entry.amount(), entry.plan());
    }

    private static boolean inPeriods(Active account, Purchase entry) {
        for (var earlier : account.book().entries()) {
            if (earlier instanceof Purchase purchase
                    && purchase.merchant().equals(entry.merchant())
                    && purchase.orderNumber().equals(entry.orderNumber())
                    && (purchase.plan() != null || entry.plan() != null)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Objection onOffer(Active account, Money amount, PlanChoice choice) {
        var rules = account.agreement().terms().instalments();
        if (rules.fee(choice.periods(), choice.payer()).isEmpty()) {
            return Objection.to(AccountRefusal.PLAN_NOT_ON_OFFER);
        }
        return rules.least().isMoreThan(amount)
                ? new Objection(AccountRefusal.PLAN_AMOUNT_TOO_SMALL, amount + " is less than " + rules.least() + ".")
                : null;
    }

    static @Nullable Objection conversion(Active account, BillConversion entry) {
        if (entry.bill() < 1 || entry.bill() >= account.position().cycle().number()) {
            return Objection.to(AccountRefusal.BILL_NOT_FOUND);
        }
        var before = account.book().before(entry);
        var latest = entry.bill() == before.cycle().number() - 1;
        for (var bill : before.bills()) {
            if (bill.number() == entry.bill() && latest && !entry.on().isAfter(bill.dueOn())) {
                if (entry.amount().isMoreThan(bill.convertible())) {
                    return new Objection(
                            AccountRefusal.CONVERSION_EXCEEDS_BILL,
                            entry.amount() + " is more than the " + bill.convertible() + " of purchases still open.");
                }
                return onOffer(account, entry.amount(), new PlanChoice(entry.periods(), FeePayer.CUSTOMER));
            }
        }
        return Objection.to(AccountRefusal.CONVERSION_TIME_PASSED);
    }

    private static @Nullable Objection order(String merchant, String orderNumber) {
        var byMerchant = Sounding.malformed(merchant, AccountRefusal.MERCHANT_MALFORMED);
        return byMerchant == null ? Sounding.malformed(orderNumber, AccountRefusal.ORDER_NUMBER_MALFORMED) : byMerchant;
    }

    /** What is open to buy after everything that is known, and, when that reaches beyond the day, also on the day itself. */
    private static @Nullable Objection beyondLimit(
            Active account, AccountPosition before, Money amount, @Nullable EntryId authorisation) {
        var last = account.position();
        var available = open(before.on().isAfter(last.on()) ? before : last, amount, authorisation);
        if (before.on().isBefore(last.on())) {
            available = available.min(open(before, amount, authorisation));
        }
        return amount.isMoreThan(available)
                ? new Objection(
                        AccountRefusal.OPEN_TO_BUY_EXCEEDED,
                        amount + " is more than the " + available + " that are open to buy.")
                : null;
    }

    /** What is open to buy, and of the amount what is held for it already. */
    private static Money open(AccountPosition position, Money amount, @Nullable EntryId authorisation) {
        var open = position.balances().available();
        for (var hold : position.holds()) {
            if (hold.authorisation().equals(authorisation)) {
                open = open.plus(amount.min(hold.left()));
            }
        }
        return open;
    }
}
