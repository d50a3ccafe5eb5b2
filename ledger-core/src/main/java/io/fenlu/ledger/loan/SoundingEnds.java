package io.fenlu.ledger.loan;

import io.fenlu.ledger.loan.LoanEntry.Billing;
import io.fenlu.ledger.loan.LoanEntry.ChargeOff;
import io.fenlu.ledger.loan.LoanEntry.DisbursementReturn;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.Mark;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import io.fenlu.ledger.loan.LoanEntry.Provision;
import io.fenlu.ledger.loan.LoanEntry.Reversal;
import io.fenlu.ledger.loan.LoanEntry.Sale;
import io.fenlu.ledger.loan.LoanEntry.Undoing;
import io.fenlu.ledger.money.Fraction;
import org.jspecify.annotations.Nullable;

/** Objections to giving a debt up, to taking an entry back, and to marks in the books. */
final class SoundingEnds {
    private static final int LONGEST_WAIT = 3_660;
    private static final Fraction WHOLE = Fraction.of("1");

    private SoundingEnds() {}

    static @Nullable Objection chargeOff(Desk desk, ChargeOff chargeOff) {
        var malformed = Sounding.reason(chargeOff.reason(), chargeOff.authority());
        if (malformed != null) {
            return malformed;
        }
        return desk.balances().payoff().isPositive() ? null : Objection.to(LoanRefusal.NOTHING_TO_CHARGE_OFF);
    }

    static @Nullable Objection sale(Desk desk, Sale sale) {
        if (Sounding.isNoReference(sale.buyer())) {
            return Objection.to(LoanRefusal.BUYER_MALFORMED);
        }
        var ending = desk.ending();
        var claim = ending == null ? desk.balances().payoff() : ending.claim().total();
        return claim.isPositive() ? null : Objection.to(LoanRefusal.NOTHING_TO_SELL);
    }

    static @Nullable Objection undoing(Desk desk, Undoing undoing) {
        var malformed = switch (undoing) {
            case Reversal reversal -> Sounding.reason(reversal.reason());
            case DisbursementReturn back ->
                Sounding.isNoReference(back.bankReference()) ? Objection.to(LoanRefusal.SOURCE_MALFORMED) : null;
        };
        if (malformed != null) {
            return malformed;
        }
        var found = desk.book().find(undoing.reverses());
        if (found.isEmpty()) {
            return Objection.to(LoanRefusal.ENTRY_NOT_FOUND);
        }
        var target = found.get().entry();
        if (target instanceof Mark || target instanceof Undoing) {
            return Objection.to(LoanRefusal.ENTRY_NOT_REVERSIBLE);
        }
        if (target instanceof Draw != undoing instanceof DisbursementReturn) {
            return Objection.to(
                    target instanceof Draw ? LoanRefusal.DRAW_COMES_BACK_BY_BANK : LoanRefusal.ENTRY_IS_NO_DRAW);
        }
        if (desk.book().isReversed(undoing.reverses())) {
            return Objection.to(LoanRefusal.ENTRY_ALREADY_REVERSED);
        }
        return undoing.on().isBefore(target.on())
                ? new Objection(
                        LoanRefusal.REVERSAL_BEFORE_ENTRY,
                        "The entry is of " + target.on() + ", after " + undoing.on() + ".")
                : null;
    }

    static @Nullable Objection billing(Desk desk, Billing billing) {
        for (var row : desk.before().billed()) {
            if (row.bill().number() == billing.instalment()
                    && row.bill().dueOn().equals(billing.on())) {
                return null;
            }
        }
        return Objection.to(LoanRefusal.INSTALMENT_NOT_DUE_THEN);
    }

    static @Nullable Objection penalty(Desk desk) {
        return desk.balances().penalty().isPositive() ? null : Objection.to(LoanRefusal.NO_PENALTY_OWED);
    }

    static @Nullable Objection provision(Provision provision) {
        if (Sounding.isNoReference(provision.riskClass()) || Sounding.isNoReference(provision.rule())) {
            return Objection.to(LoanRefusal.RISK_CLASS_MALFORMED);
        }
        if (provision.rate().isMoreThan(WHOLE)) {
            return Objection.to(LoanRefusal.PROVISION_RATE_OUT_OF_RANGE);
        }
        return provision.on().plusDays(1).getDayOfMonth() == 1
                ? null
                : Objection.to(LoanRefusal.PROVISION_WITHIN_A_MONTH);
    }

    static @Nullable Objection monthEnd(MonthEnd end) {
        return end.nonAccrualAfterDays() < 0 || end.nonAccrualAfterDays() > LONGEST_WAIT
                ? Objection.to(LoanRefusal.NON_ACCRUAL_DAYS_OUT_OF_RANGE)
                : null;
    }
}
