package io.fenlu.ledger.creditline;

import static io.fenlu.ledger.kernel.Decision.accept;
import static io.fenlu.ledger.kernel.Decision.alreadyDone;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.UseRaise;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitTakenAgain;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineState.Open;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;

/**
 * Raising the limit of an account that shares the line: the difference is set aside first, and in use once the account's limit has
 * risen. At most one raise of an account is under way, so that each reckons from what the account uses.
 */
final class Raising {
    private Raising() {}

    static Decision<CreditLineEvent> reserve(Open line, ReserveRaise command) {
        if (command.from().currency() != line.limit().currency()
                || command.to().currency() != line.limit().currency()) {
            return refuse(CreditLineRefusal.LIMIT_CURRENCY_DIFFERS);
        }
        var more = command.to().minus(command.from());
        if (!more.isPositive()) {
            return refuse(CreditLineRefusal.DRAW_NOT_POSITIVE);
        }
        var other = line.raises().get(command.loanId());
        if (other != null) {
            return other.equals(command.raise()) && more.equals(line.reserved().get(command.loanId()))
                    ? alreadyDone()
                    : refuse(
                            CreditLineRefusal.RAISE_UNDER_WAY,
                            "The raise " + other + " has not reached the account; its request may be sent again.");
        }
        var used = line.usedBy(command.loanId());
        if (!used.equals(command.from()) || line.reserved().containsKey(command.loanId())) {
            return refuse(
                    CreditLineRefusal.SHARE_OUT_OF_STEP,
                    "The account uses " + used + " of the line, and would rise from " + command.from() + ".");
        }
        if (line.frozen()) {
            return refuse(CreditLineRefusal.CREDIT_LINE_FROZEN);
        }
        if (command.reservedOn().isBefore(line.openedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return more.isMoreThan(line.available())
                ? refuse(
                        CreditLineRefusal.RAISE_EXCEEDS_AVAILABLE,
                        "The account would rise by " + more + "; of the line's " + line.limit() + " there are "
                                + line.available() + " left.")
                : accept(reserved(line, command, more));
    }

    private static LimitReserved reserved(Open line, ReserveRaise command, Money more) {
        return new LimitReserved(
                line.creditLineId(),
                command.loanId(),
                line.borrowerId(),
                more,
                line.available().minus(more),
                command.reservedOn(),
                command.raise());
    }

    static Decision<CreditLineEvent> release(Open line, ReleaseRaise command) {
        return command.raise().equals(line.raises().get(command.loanId()))
                ? Drawing.release(line, command.loanId(), command.raise(), command.releasedOn())
                : refuse(CreditLineRefusal.RESERVATION_NOT_FOUND);
    }

    /** The account may owe so much, so the line uses it: what was set aside, and what other changes in between make of it. */
    static Decision<CreditLineEvent> use(Open line, UseRaise command) {
        if (command.to().currency() != line.limit().currency()) {
            return refuse(CreditLineRefusal.LIMIT_CURRENCY_DIFFERS);
        }
        if (!command.to().isPositive()) {
            return refuse(CreditLineRefusal.DRAW_NOT_POSITIVE);
        }
        var loan = command.loanId();
        var on = command.usedOn();
        if (on.isBefore(line.openedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        var facts = new ArrayList<CreditLineEvent>();
        var now = line;
        var aside = line.reserved().get(loan);
        if (aside != null && command.raise().equals(line.raises().get(loan))) {
            now = line.using(loan, aside);
            facts.add(new LimitUsed(line.creditLineId(), loan, aside, now.available(), on, command.raise()));
        }
        var more = command.to().minus(now.usedBy(loan));
        if (more.isPositive()) {
            var left = now.takingAgain(loan, more).available();
            facts.add(new LimitTakenAgain(line.creditLineId(), loan, command.raise(), more, left, on));
        } else if (more.isNegative()) {
            var because = new RepaymentId(command.raise().value());
            var left = now.givingBack(loan, more.negated()).available();
            facts.add(new LimitReleased(line.creditLineId(), loan, because, more.negated(), left, on));
        }
        return facts.isEmpty() ? alreadyDone() : accept(facts);
    }
}
