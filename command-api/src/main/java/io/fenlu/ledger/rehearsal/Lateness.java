package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.classification.ArrearsCount;
import io.fenlu.ledger.classification.ArrearsHistory;
import io.fenlu.ledger.classification.BureauAccount;
import io.fenlu.ledger.classification.BureauCode;
import io.fenlu.ledger.classification.FiveClass;
import io.fenlu.ledger.classification.Healing;
import io.fenlu.ledger.classification.LoanArrears;
import io.fenlu.ledger.classification.RulePack;
import io.fenlu.ledger.classification.StagingRule;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.money.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How late a loan on paper is, and in which class that puts it. */
final class Lateness {
    private static final Answer.Count NEVER = new Answer.Count(0, 0, 0);

    private final PaperLife life;
    private final LoanState.Active running;
    private final LoanStanding standing;
    private final Optional<ArrearsHistory> history;

    Lateness(PaperLife life, LoanState.Active running, LoanStanding standing) {
        this.life = life;
        this.running = running;
        this.standing = standing;
        history = LoanArrears.of(running, life.days(), standing.on());
    }

    /** What of an instalment was paid after its due date. */
    Money paidLate(LoanStanding.Row row) {
        var late = row.principalPaid().zero();
        for (var healing : history.map(ArrearsHistory::healings).orElse(List.<Healing>of())) {
            if (healing.number() == row.bill().number()
                    && healing.on().isAfter(row.bill().dueOn())) {
                late = late.plus(healing.principal()).plus(healing.interest());
            }
        }
        return late;
    }

    Answer.Lateness answer() {
        if (history.isEmpty()) {
            var zero = standing.balances().principal().zero().amount();
            return new Answer.Lateness(0, NEVER, NEVER, NEVER, 0, 0, 0, zero, zero);
        }
        var arrears = history.get().on(standing.on());
        return new Answer.Lateness(
                standing.daysPastDue(),
                count(arrears.either()),
                count(arrears.principal()),
                count(arrears.interest()),
                arrears.unpaidPeriods(),
                arrears.consecutiveUnpaid(),
                arrears.unpaidEver(),
                arrears.overduePrincipal().amount(),
                arrears.overdueInterest().amount());
    }

    Answer.Classes classes() {
        var loans = classified(RulePack.LOANS);
        return new Answer.Classes(
                PaperWords.written(loans),
                PaperWords.written(classified(RulePack.CARDS)),
                StagingRule.PRESUMED.stage(standing.daysPastDue(), loans).ordinal() + 1,
                monthCode());
    }

    private FiveClass classified(RulePack pack) {
        return history.map(known -> pack.classify(known, standing.on())).orElse(FiveClass.NORMAL);
    }

    private @Nullable String monthCode() {
        var month = YearMonth.from(standing.on());
        var ending = ending();
        if (history.isEmpty() && ending == null) {
            return String.valueOf(BureauCode.NOTHING_DUE.sign());
        }
        return new BureauAccount(running.disbursedOn(), BureauAccount.Counting.DAYS, ending, history.orElse(null))
                .code(month)
                .map(code -> String.valueOf(code.sign()))
                .orElse(null);
    }

    /** How the account came to an end by the day, if it did. */
    private BureauAccount.@Nullable Ending ending() {
        var day = standing.on();
        var reversed = Allocations.reversed(life, day);
        BureauAccount.Ending ending = null;
        for (var told : life.told()) {
            if (told.event().on().isAfter(day) || reversed.contains(told.name())) {
                continue;
            }
            for (var fact : told.facts()) {
                ending = switch (fact) {
                    case LoanHappening.LoanChargedOff off ->
                        new BureauAccount.Ending(off.businessDate(), BureauCode.BAD_DEBT);
                    case LoanHappening.DebtSold sold ->
                        new BureauAccount.Ending(sold.businessDate(), BureauCode.ENDED_OTHERWISE);
                    case LoanEvent.LoanSettled settled ->
                        new BureauAccount.Ending(settled.settledOn(), settledBy(told));
                    case LoanEvent.LoanReopened _ -> null;
                    default -> ending;
                };
            }
        }
        return ending;
    }

    private static BureauCode settledBy(PaperLife.Told told) {
        for (var fact : told.facts()) {
            if (fact instanceof LoanHappening.ThirdPartyPaymentReceived received) {
                return received.entry().payer() == Payer.COLLATERAL
                        ? BureauCode.PAID_IN_ASSETS
                        : BureauCode.PAID_BY_GUARANTOR;
            }
        }
        return BureauCode.SETTLED;
    }

    private static Answer.Count count(ArrearsCount count) {
        return new Answer.Count(count.daysPastDue(), count.consecutive(), count.cumulative());
    }
}
