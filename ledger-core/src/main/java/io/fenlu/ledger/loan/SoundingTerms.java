package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.DueDateMove;
import io.fenlu.ledger.loan.LoanEntry.Misuse;
import io.fenlu.ledger.loan.LoanEntry.Pause;
import io.fenlu.ledger.loan.LoanEntry.RateChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Objections to agreeing on something else than before: rate, pause, due dates, the whole plan. */
final class SoundingTerms {
    private static final int MOST_INSTALMENTS = 480;
    private static final long CENTURIES = 300;

    private SoundingTerms() {}

    static @Nullable Objection rate(Desk desk, RateChange change) {
        var malformed = Sounding.reason(change.reason());
        if (malformed != null) {
            return malformed;
        }
        if (change.rate().equals(desk.before().inForce().contract())) {
            return Objection.to(LoanRefusal.RATE_UNCHANGED);
        }
        return rate(desk, change.rate());
    }

    private static @Nullable Objection rate(Desk desk, Rate rate) {
        var agreement = desk.loan.agreement();
        if (Opening.lacksYear(agreement.terms(), rate)) {
            return Objection.to(LoanRefusal.DAILY_RATE_WITHOUT_YEAR);
        }
        return agreement.interest(rate).outgrowsCounting(agreement.principal(), CENTURIES)
                ? Objection.to(ValueRefusal.AMOUNT_TOO_LARGE)
                : null;
    }

    static @Nullable Objection pause(Desk desk, Pause pause) {
        return desk.before().inForce().interestPaused()
                ? Objection.to(LoanRefusal.INTEREST_ALREADY_PAUSED)
                : Sounding.reason(pause.reason());
    }

    static @Nullable Objection resume(Desk desk) {
        return desk.before().inForce().interestPaused() ? null : Objection.to(LoanRefusal.INTEREST_NOT_PAUSED);
    }

    static @Nullable Objection misuse(Desk desk, Misuse misuse) {
        if (!isBound(desk.book())) {
            return Objection.to(LoanRefusal.LOAN_NOT_PURPOSE_BOUND);
        }
        if (Sounding.isNoReference(misuse.document())) {
            return Objection.to(LoanRefusal.DOCUMENT_MALFORMED);
        }
        if (!isMultiple(misuse.multiple())) {
            return Objection.to(LoanRefusal.MISUSE_MULTIPLE_OUT_OF_RANGE);
        }
        if (desk.before().inForce().misuse() != null) {
            return Objection.to(LoanRefusal.MISUSE_ALREADY_REPORTED);
        }
        try {
            return rate(desk, desk.before().inForce().contract().times(misuse.multiple()));
        } catch (InvalidValue outOfRange) {
            return new Objection(outOfRange.reason(), outOfRange.detail());
        }
    }

    /** More than once and at most twice the contract rate (银发〔2003〕251号). */
    private static boolean isMultiple(BigDecimal multiple) {
        return Rate.isMultiple(multiple, BigDecimal.ONE, BigDecimal.TWO);
    }

    private static boolean isBound(LoanBook book) {
        return book.outgoing(Draw.class).stream().anyMatch(draw -> draw.purpose() != null);
    }

    static @Nullable Objection dueDate(Desk desk, DueDateMove move) {
        var malformed = Sounding.reason(move.reason());
        if (malformed != null) {
            return malformed;
        }
        if (!BusinessDate.isKept(move.dueOn())) {
            return Objection.to(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        var upcoming = desk.before().upcoming();
        for (int k = 0; k < upcoming.size(); k++) {
            if (upcoming.get(k).number() == move.instalment()) {
                return Restructuring.canMove(upcoming, k, move)
                        ? null
                        : Objection.to(LoanRefusal.DUE_DATE_OUT_OF_ORDER);
            }
        }
        return Objection.to(LoanRefusal.INSTALMENT_NOT_UPCOMING);
    }

    static @Nullable Objection restructuring(Desk desk, LoanEntry.Restructuring agreed) {
        var malformed = Sounding.reason(agreed.reason(), agreed.authority());
        if (malformed != null) {
            return malformed;
        }
        if (!desk.balances().principal().isPositive()) {
            return Objection.to(LoanRefusal.NOTHING_TO_RESTRUCTURE);
        }
        return switch (agreed.measure()) {
            case RestructuringMeasure.ReAge _ ->
                desk.before().daysPastDue() > 0 ? null : Objection.to(LoanRefusal.NOTHING_OVERDUE);
            case RestructuringMeasure.ReAmortise _ ->
                desk.before().upcoming().isEmpty() ? Objection.to(LoanRefusal.NO_DUE_DATE_LEFT) : null;
            case RestructuringMeasure.Extend(var more) ->
                instalments(desk, more + desk.before().upcoming().size(), more, agreed.on());
            case RestructuringMeasure.Reschedule(var count, var first, var rate) -> {
                var byCount = instalments(desk, count, count, first == null ? agreed.on() : first);
                if (byCount != null) {
                    yield byCount;
                }
                if (first != null && !isFirstDueDate(desk, first, agreed.on())) {
                    yield Objection.to(LoanRefusal.FIRST_DUE_DATE_OUT_OF_RANGE);
                }
                yield rate == null ? null : rate(desk, rate);
            }
        };
    }

    private static boolean isFirstDueDate(Desk desk, LocalDate first, LocalDate on) {
        var latest = desk.loan.agreement().terms().frequency().after(on.plusYears(1), 1);
        return first.isAfter(on) && !first.isAfter(latest);
    }

    private static @Nullable Objection instalments(Desk desk, int all, int more, LocalDate from) {
        if (more < 1 || more > MOST_INSTALMENTS || all > MOST_INSTALMENTS) {
            return Objection.to(LoanRefusal.INSTALMENTS_OUT_OF_RANGE);
        }
        return BusinessDate.isKept(from)
                        && BusinessDate.isKept(
                                desk.loan.agreement().terms().frequency().after(from, all))
                ? null
                : Objection.to(ValueRefusal.DATE_OUT_OF_RANGE);
    }
}
