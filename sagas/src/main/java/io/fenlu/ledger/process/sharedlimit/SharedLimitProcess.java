package io.fenlu.ledger.process.sharedlimit;

import io.fenlu.ledger.account.AccountEntry.LimitSetting;
import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountHappening.LimitChanged;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseRaise;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.process.Instruction.Send;
import io.fenlu.ledger.process.Reaction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may owe at most is in use on the line it shares, from its opening to its end (共享额度): set aside before the account is
 * there, taken into use when it is, given back when its limit falls or it ends.
 */
public final class SharedLimitProcess {
    private SharedLimitProcess() {}

    /**
     * What a line has set aside for an account; the line knows the account as it knows loans.
     *
     * @param since the change that set the limit in force; none while it is that of the opening
     */
    public record Part(
            AccountId accountId,
            CreditLineId creditLineId,
            Money amount,
            @Nullable Change since) {
        private Part of(Money other) {
            return new Part(accountId, creditLineId, other, since);
        }

        private Part by(LimitSetting entry) {
            return new Part(
                    accountId,
                    creditLineId,
                    entry.limit(),
                    new Change(entry.on(), entry.id().value()));
        }

        private LoanId debt() {
            return new LoanId(accountId.value());
        }

        private Send release(RepaymentId because, Money freed, LocalDate on) {
            return new Send(new ReleaseLimit(creditLineId, debt(), because, freed, on));
        }
    }

    /** A change of a limit, in the order in which an account keeps them: by day, within a day by id. */
    public record Change(LocalDate on, UUID id) {
        private static final Comparator<Change> ORDER =
                Comparator.comparing(Change::on).thenComparing(Change::id);

        private boolean isBefore(@Nullable Change other) {
            return other != null && ORDER.compare(this, other) < 0;
        }
    }

    /** The part of an account that shares a line; none for an account with a limit of its own. */
    static Optional<Reaction<Part>> react(AccountOpened fact) {
        if (!(fact.agreement().limitSource() instanceof LimitSource.OfCreditLine(var line))) {
            return Optional.empty();
        }
        var part = new Part(fact.accountId(), line, fact.agreement().limit(), null);
        return Optional.of(Reaction.of(part, new Send(new UseLimit(line, part.debt(), fact.openedOn()))));
    }

    /**
     * A limit that falls gives back; one that rises uses what was set aside for that, or else whatever is left of the line, so that it
     * is never told too little. A change learned late, before the one in force, changes nothing for the line.
     */
    static Reaction<Part> react(Part part, LimitChanged fact) {
        var entry = fact.entry();
        if (new Change(entry.on(), entry.id().value()).isBefore(part.since())) {
            return Reaction.of(part);
        }
        var now = part.by(entry);
        if (part.amount().isMoreThan(entry.limit())) {
            var freed = part.amount().minus(entry.limit());
            return Reaction.of(now, part.release(new RepaymentId(entry.id().value()), freed, entry.on()));
        }
        if (entry.limit().isMoreThan(part.amount())) {
            var rise = new UseRaise(part.creditLineId(), part.debt(), entry.id(), entry.limit(), entry.on());
            return Reaction.of(now, new Send(rise));
        }
        return Reaction.of(now);
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
