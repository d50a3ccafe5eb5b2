package io.fenlu.ledger.account;

import static io.fenlu.ledger.kernel.Decision.alreadyDone;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountCommand.ReturnPayment;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.account.AccountState.Closed;
import io.fenlu.ledger.account.AccountState.NotOpened;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;

/** The hall of the account: which order meets which state. */
public final class AccountDecider implements Decider<AccountState, AccountCommand, AccountEvent> {
    @Override
    public AccountState initial() {
        return new NotOpened();
    }

    @Override
    public Decision<AccountEvent> decide(AccountState state, AccountCommand command) {
        if (!BusinessDate.isKept(command.businessDate())) {
            return refuse(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        try {
            return switch (state) {
                case NotOpened _ ->
                    command instanceof OpenAccount open
                            ? Opening.decide(open)
                            : refuse(AccountRefusal.ACCOUNT_NOT_FOUND);
                case Active account -> answer(account, command);
                case Closed account -> afterwards(account, command);
            };
        } catch (InvalidValue beyondCounting) {
            return refuse(beyondCounting.reason(), beyondCounting.detail());
        }
    }

    private static Decision<AccountEvent> answer(Active account, AccountCommand command) {
        return switch (command) {
            case OpenAccount _ -> refuse(AccountRefusal.ACCOUNT_ALREADY_OPENED);
            case IssueBill issue -> Entering.bills(account, issue);
            case CloseAccount close -> PuttingAway.decide(account, close);
            case AccountCommand.Entering order -> Entering.decide(account, order.entry());
        };
    }

    private static Decision<AccountEvent> afterwards(Closed account, AccountCommand command) {
        return switch (command) {
            case OpenAccount _ -> refuse(AccountRefusal.ACCOUNT_ALREADY_OPENED);
            case CloseAccount _ -> alreadyDone();
            case IssueBill _ -> refuse(AccountRefusal.ACCOUNT_CLOSED);
            case ReturnPayment back -> Entering.decide(account.last(), back.entry());
            case AccountCommand.Entering order ->
                Entering.isKnown(account.last(), order.entry()) ? alreadyDone() : refuse(AccountRefusal.ACCOUNT_CLOSED);
        };
    }

    @Override
    public AccountState evolve(AccountState state, AccountEvent event) {
        return Remembering.evolve(state, event);
    }
}
