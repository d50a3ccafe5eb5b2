package io.fenlu.ledger.loan;

import static io.fenlu.ledger.kernel.Decision.accept;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.disclosure.ConfirmedCosts;
import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Opened;
import io.fenlu.ledger.loan.LoanState.Requested;
import io.fenlu.ledger.product.CostDisclosure;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** From the request to the money in the borrower's hands. */
final class Opening {
    private static final int MOST_INSTALMENTS = 480;

    private Opening() {}

    static Decision<LoanEvent> request(RequestLoan command) {
        var refusal = check(command.agreement(), command.requestedOn());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (!keepsCaps(command.agreement(), command.requestedOn())) {
            return refuse(LoanRefusal.COST_ABOVE_CAP);
        }
        var hash = command.confirmedCosts();
        var shown = hash == null ? null : costs(command.agreement(), command.requestedOn());
        if (shown != null && !shown.hash().equals(hash)) {
            return refuse(
                    LoanRefusal.COSTS_NOT_CONFIRMED,
                    "The table of costs of this loan has the hash " + shown.hash() + ".");
        }
        return accept(new LoanRequested(
                command.loanId(),
                command.creditLineId(),
                command.agreement(),
                command.payout(),
                command.requestedOn(),
                shown));
    }

    /** What a loan that is paid out on the day it is asked for costs. */
    private static ConfirmedCosts costs(LoanAgreement agreement, LocalDate on) {
        var table = new CostDisclosure(
                        agreement.terms(),
                        agreement.funding().remainderHolder().value(),
                        agreement.principal(),
                        agreement.rate(),
                        on,
                        agreement.schedule(on))
                .table();
        return new ConfirmedCosts(table, table.hash());
    }

    /** Whether an agreement makes sense as of the day it is asked for. */
    static Optional<Refusal> check(LoanAgreement agreement, LocalDate on) {
        var terms = agreement.terms();
        if (!BusinessDate.isKept(on)) {
            return Optional.of(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        if (!agreement.principal().isPositive()) {
            return Optional.of(LoanRefusal.PRINCIPAL_NOT_POSITIVE);
        }
        var fewest = terms.plan() instanceof RepaymentPlan.OpenEnded ? 0 : 1;
        if (agreement.instalments() < fewest || agreement.instalments() > MOST_INSTALMENTS) {
            return Optional.of(LoanRefusal.INSTALMENTS_OUT_OF_RANGE);
        }
        if (!terms.isIn(agreement.principal().currency())) {
            return Optional.of(ValueRefusal.TERMS_CONTRADICTORY);
        }
        if (lacksYear(terms, agreement.rate())) {
            return Optional.of(LoanRefusal.DAILY_RATE_WITHOUT_YEAR);
        }
        var first = agreement.firstDueOn();
        if (first != null
                && (!first.isAfter(on) || first.isAfter(terms.frequency().after(on.plusYears(1), 1)))) {
            return Optional.of(LoanRefusal.FIRST_DUE_DATE_OUT_OF_RANGE);
        }
        var lastDueOn = terms.frequency().after(first == null ? on : first, agreement.instalments());
        if (!BusinessDate.isKept(lastDueOn)) {
            return Optional.of(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        return isBeyondCounting(agreement, on, lastDueOn)
                ? Optional.of(ValueRefusal.AMOUNT_TOO_LARGE)
                : Optional.empty();
    }

    /** Whether rows that were written freely fit the loan, and whether it costs no more than its terms allow, were all paid on time. */
    private static boolean keepsCaps(LoanAgreement agreement, LocalDate on) {
        var terms = agreement.terms();
        var capped = !terms.agreed().caps().equals(CostCaps.NONE);
        if (!capped && !(terms.plan() instanceof RepaymentPlan.FreeForm)) {
            return true;
        }
        var schedule = agreement.schedule(on);
        return !capped
                || new CostDisclosure(terms, "lender", agreement.principal(), agreement.agreedRate(), on, schedule)
                        .isWithinCaps();
    }

    /** Whether a rate is a daily one that these terms cannot turn into an annual one. */
    static boolean lacksYear(ProductTerms terms, Rate rate) {
        return rate.per() == Rate.Per.DAY && (lacksYear(terms.dayCount()) || lacksYear(terms.penalty()));
    }

    private static boolean lacksYear(DayCount dayCount) {
        return dayCount.fixedYear() == 0;
    }

    private static boolean lacksYear(PenaltyRule rule) {
        return rule instanceof PenaltyRule.PenaltyMultiple multiple && lacksYear(multiple.dayCount());
    }

    /** Whether principal and interest, never repaid until a hundred years after the last due date, are too many smallest units to keep. */
    private static boolean isBeyondCounting(LoanAgreement agreement, LocalDate on, LocalDate lastDueOn) {
        var years = lastDueOn.getYear() - on.getYear() + 100L;
        return agreement.interest().outgrowsCounting(agreement.principal(), years);
    }

    static Decision<LoanEvent> open(Requested loan, OpenLoan command) {
        if (command.openedOn().isBefore(loan.requestedOn())) {
            return tooEarly(loan.requestedOn(), command.openedOn());
        }
        return accept(new LoanOpened(
                loan.loanId(),
                loan.creditLineId(),
                command.borrowerId(),
                loan.agreement().principal(),
                loan.payout(),
                command.openedOn()));
    }

    static Decision<LoanEvent> decline(Requested loan, DeclineLoan command) {
        if (command.declinedOn().isBefore(loan.requestedOn())) {
            return tooEarly(loan.requestedOn(), command.declinedOn());
        }
        return accept(new LoanDeclined(
                loan.loanId(), loan.creditLineId(), command.reason(), command.detail(), command.declinedOn()));
    }

    /** A loan of which a draw will be the first entry. */
    static Active begun(Opened loan, Draw draw) {
        return new Active(
                loan.loanId(),
                loan.creditLineId(),
                loan.borrowerId(),
                new DisbursementId(draw.id().value()),
                loan.agreement(),
                loan.payout(),
                loan.openedOn(),
                LoanBook.empty(loan.agreement()),
                List.of());
    }

    /** A part of the loan goes out first; the rest may follow. */
    static Decision<LoanEvent> drawFirst(Opened loan, Draw draw) {
        if (draw.on().isBefore(loan.openedOn())) {
            return tooEarly(loan.openedOn(), draw.on());
        }
        var active = begun(loan, draw);
        var desk = new Desk(active, draw);
        var objection = Sounding.amount(desk);
        if (objection == null) {
            objection = Sounding.kind(desk);
        }
        return objection == null
                ? accept(Telling.facts(active, draw, active.book().with(draw)))
                : refuse(objection.reason(), objection.detail());
    }

    static Decision<LoanEvent> payOut(Opened loan, ConfirmPayout command) {
        if (command.disbursedOn().isBefore(loan.openedOn())) {
            return tooEarly(loan.openedOn(), command.disbursedOn());
        }
        var draw = new Draw(
                new EntryId(command.disbursementId().value()),
                loan.agreement().principal(),
                null,
                command.disbursedOn());
        var active = begun(loan, draw);
        return accept(Telling.facts(active, draw, active.book().with(draw)));
    }

    private static Decision<LoanEvent> tooEarly(LocalDate before, LocalDate date) {
        return refuse(
                LoanRefusal.DATE_BEFORE_REQUEST,
                "The loan was requested or opened on " + before + ", after " + date + ".");
    }

    static Decision<LoanEvent> cancel(Opened loan, CancelLoan command) {
        if (command.cancelledOn().isBefore(loan.openedOn())) {
            return tooEarly(loan.openedOn(), command.cancelledOn());
        }
        return accept(new LoanCancelled(loan.loanId(), loan.creditLineId(), command.reason(), command.cancelledOn()));
    }
}
