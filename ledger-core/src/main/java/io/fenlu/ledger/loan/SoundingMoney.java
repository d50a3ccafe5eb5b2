package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.loan.LoanEntry.CreditReturn;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.Fee;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.loan.LoanEntry.Waiver;
import io.fenlu.ledger.loan.LoanEntry.Withdrawal;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Objections to money that goes out, comes in, is charged or is given up. */
final class SoundingMoney {
    private SoundingMoney() {}

    static @Nullable Objection draw(Desk desk, Draw draw) {
        var purpose = draw.purpose();
        if (purpose != null
                && (Sounding.isNoReference(purpose.supplier()) || Sounding.isNoReference(purpose.document()))) {
            return Objection.to(LoanRefusal.PURPOSE_MALFORMED);
        }
        if (draw.bankReference() != null && Sounding.isNoReference(draw.bankReference())) {
            return Objection.to(LoanRefusal.SOURCE_MALFORMED);
        }
        var drawn = drawn(desk.book(), draw.amount().zero());
        var committed = desk.loan.agreement().principal();
        if (drawn.plus(draw.amount()).isMoreThan(committed)) {
            return new Objection(
                    LoanRefusal.TRANCHE_EXCEEDS_COMMITMENT,
                    "Of " + committed + " " + drawn + " was drawn; " + draw.amount() + " is more than what is left.");
        }
        var end = lastDueOn(desk);
        if (end != null && !end.isAfter(draw.on())) {
            return new Objection(
                    LoanRefusal.NO_DUE_DATE_LEFT,
                    "The last instalment is due on " + end + ", not after " + draw.on() + ".");
        }
        return null;
    }

    private static @Nullable LocalDate lastDueOn(Desk desk) {
        var periods = desk.loan
                .agreement()
                .periods(desk.book().isEmpty() ? desk.entry.on() : desk.book().startedOn());
        return periods.isEmpty() ? null : periods.getLast().whole().to();
    }

    private static Money drawn(LoanBook book, Money zero) {
        var drawn = zero;
        for (var earlier : book.outgoing(Draw.class)) {
            if (!book.isReversed(earlier.id())) {
                drawn = drawn.plus(earlier.amount());
            }
        }
        return drawn;
    }

    static @Nullable Objection payment(Desk desk, Payment payment) {
        if (payment.payer() == Payer.BORROWER) {
            return null;
        }
        if (Sounding.isNoReference(payment.source())) {
            return Objection.to(LoanRefusal.SOURCE_MALFORMED);
        }
        var ending = desk.ending();
        if (payment.payer() == Payer.RECOVERY) {
            if (ending == null) {
                return Objection.to(LoanRefusal.LOAN_NOT_CHARGED_OFF);
            }
            var claim = ending.claim().total();
            return payment.amount().isMoreThan(claim) && refusesExcess(desk)
                    ? new Objection(LoanRefusal.RECOVERY_EXCEEDS_CLAIM, "The claim is " + claim + ".")
                    : null;
        }
        if (payment.payer() == Payer.REFINANCING) {
            var payoff = desk.balances().payoff();
            return payoff.equals(payment.amount())
                    ? null
                    : new Objection(
                            LoanRefusal.REFINANCING_IS_NOT_PAYOFF,
                            payoff + " settles the loan on " + payment.on() + ".");
        }
        return null;
    }

    private static boolean refusesExcess(Desk desk) {
        return desk.loan.agreement().terms().overpayment() == OverpaymentRule.REFUSE;
    }

    /** Money that exceeds everything owed, where the terms do not hold it. */
    static @Nullable Objection afterwards(Desk desk, LoanBook now) {
        if (desk.entry instanceof Payment payment && refusesExcess(desk)) {
            var excess = now.position().credit().minus(desk.book().position().credit());
            if (excess.isPositive()) {
                return new Objection(
                        LoanRefusal.AMOUNT_EXCEEDS_PAYOFF,
                        "On " + payment.on() + " " + payment.amount().minus(excess) + " settles the loan; "
                                + payment.amount() + " is more.");
            }
        }
        return null;
    }

    static @Nullable Objection withdrawal(Desk desk, Withdrawal withdrawal) {
        var days = Backdating.coolingOffDays(desk.loan.agreement().terms());
        var until = desk.book().startedOn().plusDays(days);
        if (withdrawal.on().isAfter(until)) {
            return new Objection(LoanRefusal.COOLING_OFF_OVER, "The loan could be given back until " + until + ".");
        }
        var balances = desk.balances();
        var owed = withdrawal.waivesInterest() ? balances.principal() : balances.owed();
        return owed.equals(withdrawal.amount())
                ? null
                : new Objection(LoanRefusal.WITHDRAWAL_IS_NOT_PAYOFF, owed + " is to be given back.");
    }

    static @Nullable Objection creditReturn(Desk desk, CreditReturn returned) {
        if (Sounding.isNoReference(returned.bankReference())) {
            return Objection.to(LoanRefusal.SOURCE_MALFORMED);
        }
        return credit(desk, returned.amount());
    }

    /** Whether so much credit is there to give back. */
    static @Nullable Objection credit(Desk desk, Money amount) {
        var credit = desk.book().position().credit();
        if (!credit.isPositive()) {
            return Objection.to(LoanRefusal.NO_CREDIT_HELD);
        }
        var there = credit.min(desk.before().credit());
        return amount.isMoreThan(there)
                ? new Objection(LoanRefusal.RETURN_EXCEEDS_CREDIT, there + " is held for the borrower.")
                : null;
    }

    static @Nullable Objection fee(Desk desk, Fee fee) {
        if (Sounding.isNoReference(fee.charge()) || Sounding.isNoReference(fee.payee())) {
            return Objection.to(LoanRefusal.CHARGE_MALFORMED);
        }
        var disclosed = desk.loan.agreement().terms().agreed().charges();
        if (disclosed.stream().noneMatch(charge -> charge.code().equals(fee.charge()))) {
            return new Objection(
                    LoanRefusal.CHARGE_NOT_DISCLOSED, "“" + fee.charge() + "” is none of the agreed charges.");
        }
        var charged = desk.book().position().totals().raised().fee().plus(fee.amount());
        var principal = desk.loan.agreement().principal();
        return charged.isMoreThan(principal)
                ? new Objection(
                        LoanRefusal.CHARGES_EXCEED_PRINCIPAL,
                        "All fees would be " + charged + ", more than the principal of " + principal + ".")
                : null;
    }

    static @Nullable Objection waiver(Desk desk, Waiver waiver) {
        if (waiver.bucket() == Bucket.PRINCIPAL) {
            return Objection.to(LoanRefusal.PRINCIPAL_NOT_WAIVABLE);
        }
        var malformed = Sounding.reason(waiver.reason(), waiver.authority());
        if (malformed != null) {
            return malformed;
        }
        var open = open(desk, waiver.bucket());
        if (!open.isPositive()) {
            return Objection.to(LoanRefusal.NOTHING_TO_WAIVE);
        }
        var amount = waiver.amount();
        return amount != null && amount.isMoreThan(open)
                ? new Objection(LoanRefusal.WAIVER_EXCEEDS_DEBT, "There is " + open + " to waive.")
                : null;
    }

    private static Money open(Desk desk, Bucket bucket) {
        var ending = desk.ending();
        if (ending != null) {
            return ending.claim().of(bucket);
        }
        var balances = desk.balances();
        return switch (bucket) {
            case PRINCIPAL -> balances.principal();
            case INTEREST -> balances.interest();
            case PENALTY -> balances.penalty();
            case FEE -> balances.fees();
        };
    }
}
