package io.fenlu.ledger.account;

import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Refusal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Putting an account away. */
final class PuttingAway {
    private PuttingAway() {}

    static Decision<AccountEvent> decide(Active account, CloseAccount order) {
        if (order.closedOn().isBefore(account.book().lastOn())
                || order.closedOn().isBefore(account.position().cycle().from())) {
            return refuse(AccountRefusal.ACCOUNT_PUT_AWAY_TOO_EARLY);
        }
        var facts = new ArrayList<AccountEvent>();
        var now = Entering.billed(account, order.closedOn(), facts);
        var reason = objection(now);
        if (reason != null) {
            return refuse(reason);
        }
        facts.add(new AccountClosed(account.accountId(), order.closedOn()));
        return Decision.accept(facts);
    }

    /** Why an account cannot be put away as it stands. */
    static @Nullable Refusal objection(Active account) {
        var position = account.position();
        if (!position.closing()) {
            return AccountRefusal.CLOSING_NOT_REQUESTED;
        }
        if (position.credit().isPositive()) {
            return AccountRefusal.ACCOUNT_HOLDS_CREDIT;
        }
        var interestToCome = position.bills().stream().anyMatch(bill -> bill.standing() == OpenBill.Standing.REVOLVING);
        var ended = position.writtenOff();
        if (ended != null && !ended.claim().isNone()) {
            return AccountRefusal.ACCOUNT_STILL_OWES;
        }
        if (!position.outstanding().isNone() || !position.lateFees().isZero() || interestToCome) {
            return AccountRefusal.ACCOUNT_STILL_OWES;
        }
        return null;
    }
}
