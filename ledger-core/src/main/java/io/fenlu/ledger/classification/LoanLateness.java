package io.fenlu.ledger.classification;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.loan.Payer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How late a loan is at the end of a day, and in which class that puts it (逾期与分类), by its facts as far as they are known.
 *
 * @param state of the loan after all these facts
 * @param facts known, in the order in which they were learned
 * @param on the day
 * @param history absent while nothing has fallen due
 */
public record LoanLateness(LoanState state, List<LoanEvent> facts, LocalDate on, Optional<ArrearsHistory> history) {
    public LoanLateness {
        facts = List.copyOf(facts);
    }

    public static LoanLateness of(LoanState state, List<LoanEvent> facts, LocalDate on) {
        var days = facts.stream().map(LoanEvent::businessDate).toList();
        return new LoanLateness(state, facts, on, LoanArrears.of(state, days, on));
    }

    /** How late it is; absent while nothing has fallen due. */
    public Optional<Arrears> arrears() {
        return history.map(known -> known.on(on));
    }

    /** Days since the due date of the oldest that is unpaid. */
    public int daysPastDue() {
        return arrears().map(late -> late.either().daysPastDue()).orElse(0);
    }

    /** The class by a pack of rules; a loan of which nothing has fallen due is a normal one. */
    public FiveClass classify(RulePack pack) {
        return history.map(known -> pack.classify(known, on)).orElse(FiveClass.NORMAL);
    }

    /** The stage of impairment by the presumptions, for a loan classified by a pack of rules. */
    public ImpairmentStage stage(RulePack pack) {
        return StagingRule.PRESUMED.stage(daysPastDue(), classify(pack));
    }

    /** The code of the credit register for the month of the day, as at its end were nothing to follow; absent after the end of the account. */
    public Optional<BureauCode> monthCode() {
        var openedOn = openedOn();
        if (openedOn == null || openedOn.isAfter(on)) {
            return Optional.of(BureauCode.NOT_OPENED);
        }
        var ending = ending();
        return history.isEmpty() && ending == null
                ? Optional.of(BureauCode.NOTHING_DUE)
                : new BureauAccount(openedOn, BureauAccount.Counting.DAYS, ending, history.orElse(null))
                        .code(YearMonth.from(on));
    }

    private @Nullable LocalDate openedOn() {
        return switch (state) {
            case LoanState.Active loan -> loan.disbursedOn();
            case LoanState.Settled(var last, var _, var _) -> last.disbursedOn();
            case LoanState.Closed(var settled, var _) -> settled.last().disbursedOn();
            case LoanState.NotRequested _,
                    LoanState.Requested _,
                    LoanState.Opened _,
                    LoanState.Declined _,
                    LoanState.Cancelled _ -> null;
        };
    }

    /** How the account came to an end by the day, if it did. */
    private BureauAccount.@Nullable Ending ending() {
        var reversed = reversed();
        BureauAccount.Ending ending = null;
        var settles = BureauCode.SETTLED;
        for (var fact : facts) {
            if (fact.businessDate().isAfter(on)) {
                continue;
            }
            var gone = fact instanceof LoanHappening happening
                    && reversed.contains(happening.entry().id());
            settles = fact instanceof LoanHappening || fact instanceof LoanEvent.RepaymentReceived
                    ? settledBy(fact)
                    : settles;
            ending = switch (fact) {
                case LoanHappening.LoanChargedOff off
                when !gone -> new BureauAccount.Ending(off.businessDate(), BureauCode.BAD_DEBT);
                case LoanHappening.DebtSold sold
                when !gone -> new BureauAccount.Ending(sold.businessDate(), BureauCode.ENDED_OTHERWISE);
                case LoanEvent.LoanSettled settled -> new BureauAccount.Ending(settled.settledOn(), settles);
                case LoanEvent.LoanReopened _ -> null;
                default -> ending;
            };
        }
        return ending;
    }

    private Set<EntryId> reversed() {
        var reversed = new HashSet<EntryId>();
        for (var fact : facts) {
            if (fact instanceof LoanHappening happening
                    && happening.entry() instanceof LoanEntry.Undoing undoing
                    && !undoing.on().isAfter(on)) {
                reversed.add(undoing.reverses());
            }
        }
        return reversed;
    }

    /** Who paid last before a loan was settled decides how the register calls its end. */
    private static BureauCode settledBy(LoanEvent fact) {
        if (!(fact instanceof LoanHappening.ThirdPartyPaymentReceived received)) {
            return BureauCode.SETTLED;
        }
        return received.entry().payer() == Payer.COLLATERAL ? BureauCode.PAID_IN_ASSETS : BureauCode.PAID_BY_GUARANTOR;
    }
}
