package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.account.AccountState.Closed;
import io.fenlu.ledger.account.AccountState.NotOpened;
import io.fenlu.ledger.kernel.CorruptHistory;
import org.jspecify.annotations.Nullable;

/**
 * Living through a kept fact again. The arithmetic is done anew and must give what the facts say to the last smallest unit: a fact that
 * does not follow from its history, or one that is missing, is noticed by whoever replays it.
 */
final class Remembering {
    private Remembering() {}

    static AccountState evolve(AccountState state, AccountEvent fact) {
        if (fact instanceof AccountOpened opened && state instanceof NotOpened) {
            return Opening.opened(opened);
        }
        var active = reopened(state, fact);
        if (!(active instanceof Active account)) {
            throw new CorruptHistory(state, fact);
        }
        return switch (fact) {
            case BillIssued issued -> issued(silent(account, fact), issued);
            case AccountHappening happening -> happened(silent(account, fact), happening);
            case AccountCorrected corrected -> heard(account, corrected);
            case AccountClosed closed -> closed(silent(account, fact), closed);
            case AccountOpened _ -> throw new CorruptHistory(state, fact);
        };
    }

    /** A payment that the bank takes back opens a closed account again, with the bills that are missing before it. */
    private static AccountState reopened(AccountState state, AccountEvent fact) {
        var reopens = fact instanceof AccountHappening.PaymentReturned || fact instanceof BillIssued;
        return reopens && state instanceof Closed closed ? closed.last() : state;
    }

    /** The account, which has nothing announced that this fact would come before. */
    private static Active silent(Active account, AccountEvent fact) {
        if (!account.announced().isEmpty()) {
            throw new CorruptHistory("account " + account.accountId() + " should go on with "
                    + account.announced().getFirst() + ", but goes on with " + fact);
        }
        return account;
    }

    private static Active issued(Active account, BillIssued fact) {
        var morning = account.agreement().terms().bills().cutOn(fact.bill().billedOn());
        var billed = Billing.next(account, morning);
        mustEqual(billed.fact(), fact);
        return billed.account();
    }

    private static Active happened(Active account, AccountHappening fact) {
        var entry = fact.entry();
        var billed = Billing.next(account, entry.on());
        if (billed.fact() != null || account.book().find(entry.id()).isPresent()) {
            throw new CorruptHistory("account " + account.accountId() + " cannot go on with " + fact);
        }
        var told = Telling.learn(billed.account(), entry);
        mustEqual(told.first(), fact);
        return told.account().with(told.account().book(), told.account().issued(), told.followers());
    }

    private static Active heard(Active account, AccountCorrected fact) {
        if (account.announced().isEmpty()) {
            throw new CorruptHistory(account, fact);
        }
        mustEqual(account.announced().getFirst(), fact);
        return account.with(
                account.book(),
                account.issued(),
                account.announced().subList(1, account.announced().size()));
    }

    private static Closed closed(Active account, AccountClosed fact) {
        var billed = Billing.next(account, fact.closedOn());
        if (billed.fact() != null || PuttingAway.objection(billed.account()) != null) {
            throw new CorruptHistory(account, fact);
        }
        return new Closed(billed.account(), fact.closedOn());
    }

    private static void mustEqual(@Nullable AccountEvent again, AccountEvent fact) {
        if (!fact.equals(again)) {
            throw new CorruptHistory("the fact " + fact + " does not follow from its history, which gives " + again);
        }
    }
}
