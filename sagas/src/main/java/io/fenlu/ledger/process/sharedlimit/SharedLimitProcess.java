package io.fenlu.ledger.process.sharedlimit;

import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountHappening.LimitChanged;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseRaise;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.process.Instruction.Send;
import io.fenlu.ledger.process.Reaction;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an account may owe at most is in use on the line it shares, from its opening to its end (共享额度): set aside before the account is
 * there, taken into use when it is, given back when its limit falls or it ends.
 */
public final class SharedLimitProcess {
    private SharedLimitProcess() {}

    /** What a line has set aside for an account; the line knows the account as it knows loans. */
    public record Part(AccountId accountId, CreditLineId creditLineId, Money amount) {
        private Part of(Money other) {
            return new Part(accountId, creditLineId, other);
        }

        private LoanId debt() {
            return new LoanId(accountId.value());
        }

        private Send release(RepaymentId because, Money freed, LocalDate on) {
            return new Send(new ReleaseLimit(creditLineId, debt(), because, freed, on));
        }
    }

    /** The part of an account that shares a line; none for an account with a limit of its own. */
    static Optional<Reaction<Part>> react(AccountOpened fact) {
        if (!(fact.agreement().limitSource() instanceof LimitSource.OfCreditLine(var line))) {
            return Optional.empty();
        }
        var part = new Part(fact.accountId(), line, fact.agreement().limit());
        return Optional.of(Reaction.of(part, new Send(new UseLimit(line, part.debt(), fact.openedOn()))));
    }

    /** A limit that falls gives back; one that rises uses what was set aside for that, or else whatever is left of the line, so that it is never told too little. */
    static Reaction<Part> react(Part part, LimitChanged fact) {
        var limit = fact.entry().limit();
        var on = fact.entry().on();
        EntryId entry = fact.entry().id();
        if (part.amount().isMoreThan(limit)) {
            var freed = part.amount().minus(limit);
            return Reaction.of(part.of(limit), part.release(new RepaymentId(entry.value()), freed, on));
        }
        if (limit.isMoreThan(part.amount())) {
            return Reaction.of(
                    part.of(limit), new Send(new UseRaise(part.creditLineId(), part.debt(), entry, limit, on)));
        }
        return Reaction.of(part);
    }

    /** An account that ended needs nothing of the line. */
    static Reaction<Part> react(Part part, AccountClosed fact) {
        var none = part.of(part.amount().zero());
        return part.amount().isPositive()
                ? Reaction.of(
                        none, part.release(new RepaymentId(fact.accountId().value()), part.amount(), fact.closedOn()))
                : Reaction.of(none);
    }
}
