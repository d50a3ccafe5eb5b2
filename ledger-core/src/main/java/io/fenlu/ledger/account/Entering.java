package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountEntry.Chargeback;
import io.fenlu.ledger.account.AccountEntry.ChargebackReversal;
import io.fenlu.ledger.account.AccountEntry.Purchase;
import io.fenlu.ledger.account.AccountEntry.Refund;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.kernel.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Taking an entry into an account: bills that are missing come first, then a ladder of refusals, then the facts that follow. */
final class Entering {
    private Entering() {}

    static Decision<AccountEvent> decide(Active account, AccountEntry asked) {
        var entry = completed(account.book(), asked);
        var known = account.book().find(entry.id());
        if (known.isPresent()) {
            return known.get().equals(entry)
                    ? Decision.alreadyDone()
                    : Decision.refuse(AccountRefusal.ACCOUNT_ENTRY_ID_REUSED);
        }
        var facts = new ArrayList<AccountEvent>();
        var now = billed(account, entry.on(), facts);
        var objection = Sounding.objection(now, entry);
        if (objection != null) {
            return Decision.refuse(objection.reason(), objection.detail());
        }
        var told = Telling.learn(now, entry);
        facts.add(told.first());
        facts.addAll(told.followers());
        return Decision.accept(facts);
    }

    /** Issues the bills of all cycles that have ended by a morning. */
    static Decision<AccountEvent> bills(Active account, IssueBill order) {
        var facts = new ArrayList<AccountEvent>();
        if (account.book().nextCutOn().isAfter(order.on())) {
            return account.book().pages().size() == 1
                    ? Decision.refuse(
                            AccountRefusal.BILL_NOT_DUE_YET,
                            "The first bill is cut on " + account.book().nextCutOn() + ".")
                    : Decision.alreadyDone();
        }
        billed(account, order.on(), facts);
        return facts.isEmpty() ? Decision.refuse(AccountRefusal.NOTHING_TO_BILL) : Decision.accept(facts);
    }

    /** The account with all bills of cycles that have ended by a morning; their facts are added. */
    static Active billed(Active account, LocalDate morning, List<AccountEvent> facts) {
        var billed = Billing.next(account, morning);
        while (billed.fact() != null) {
            facts.add(billed.fact());
            billed = Billing.next(billed.account(), morning);
        }
        return billed.account();
    }

    static boolean isKnown(Active account, AccountEntry asked) {
        return account.book()
                .find(asked.id())
                .map(known -> known.equals(completed(account.book(), asked)))
                .orElse(false);
    }

    /** The entry with what only the account knows: on which bill a purchase stands, how much a dispute was about. */
    private static AccountEntry completed(AccountBook book, AccountEntry asked) {
        return switch (asked) {
            case Refund(var id, var purchase, var merchant, var amount, var to, var on)
            when purchase != null -> new Refund(id, completed(book, purchase), merchant, amount, to, on);
            case Chargeback(var id, var purchase, var amount, var reason, var on) ->
                new Chargeback(id, completed(book, purchase), amount, reason, on);
            case ChargebackReversal(var id, var chargeback, var amount, var reason, var on) ->
                book.find(chargeback).orElse(null) instanceof Chargeback of
                        ? new ChargebackReversal(id, chargeback, of.amount(), reason, on)
                        : new ChargebackReversal(id, chargeback, amount, reason, on);
            default -> asked;
        };
    }

    private static PurchaseRef completed(AccountBook book, PurchaseRef asked) {
        return book.find(asked.purchase()).orElse(null) instanceof Purchase purchase
                ? new PurchaseRef(purchase.id(), book.placeOf(purchase.on()) + 1)
                : asked;
    }
}
