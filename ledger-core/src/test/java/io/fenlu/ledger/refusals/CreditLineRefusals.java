package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.creditline.CreditLineRefusal.*;
import static io.fenlu.ledger.story.LoanStory.yuan;

import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseRaise;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How to hear each no of a credit line. */
final class CreditLineRefusals {
    private static final CreditLineId LINE = new CreditLineId(new UUID(0, 1));
    private static final LoanId LOAN = new LoanId(new UUID(0, 2));
    private static final RepaymentId REPAYMENT = new RepaymentId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final LocalDate EVE = DAY.minusDays(1);
    private static final String WHY = "reviewed";
    private static final CreditLineCommand OPEN = open("100.00");
    private static final CreditLineCommand FREEZE = new FreezeCreditLine(LINE, WHY, DAY);
    private static final CreditLineCommand UNFREEZE = new UnfreezeCreditLine(LINE, WHY, DAY);
    private static final CreditLineCommand CLOSE = new CloseCreditLine(LINE, WHY, DAY);
    private static final CreditLineCommand RESERVE = reserve("60.00");
    private static final CreditLineCommand USE = new UseLimit(LINE, LOAN, DAY);

    private static final EntryId RAISE = new EntryId(new UUID(0, 4));
    private static final CreditLineCommand RISE = raise(RAISE, "60.00", "70.00");

    private CreditLineRefusals() {}

    static Stream<Produced> all() {
        return Stream.concat(draws(), raises());
    }

    private static Stream<Produced> raises() {
        var other = new EntryId(new UUID(0, 5));
        var release = new ReleaseRaise(LINE, LOAN, RAISE, DAY);
        return Stream.of(
                asking(LIMIT_CURRENCY_DIFFERS, new ReserveRaise(LINE, LOAN, RAISE, yuan("60.00"), usd(), DAY), OPEN),
                asking(LIMIT_CURRENCY_DIFFERS, new ReserveRaise(LINE, LOAN, RAISE, usd(), yuan("60.00"), DAY), OPEN),
                asking(LIMIT_CURRENCY_DIFFERS, new UseRaise(LINE, LOAN, RAISE, usd(), DAY), OPEN, RESERVE, USE),
                asking(DRAW_NOT_POSITIVE, raise(RAISE, "60.00", "60.00"), OPEN, RESERVE, USE),
                asking(DRAW_NOT_POSITIVE, new UseRaise(LINE, LOAN, RAISE, yuan("0.00"), DAY), OPEN, RESERVE, USE),
                asking(RAISE_EXCEEDS_AVAILABLE, raise(RAISE, "60.00", "100.01"), OPEN, RESERVE, USE),
                asking(RAISE_UNDER_WAY, raise(other, "60.00", "70.00"), OPEN, RESERVE, USE, RISE),
                asking(RAISE_UNDER_WAY, raise(RAISE, "60.00", "70.01"), OPEN, RESERVE, USE, RISE),
                asking(SHARE_OUT_OF_STEP, raise(RAISE, "60.00", "70.00"), OPEN, RESERVE),
                asking(SHARE_OUT_OF_STEP, raise(RAISE, "59.99", "70.00"), OPEN, RESERVE, USE),
                asking(CREDIT_LINE_FROZEN, RISE, OPEN, RESERVE, USE, FREEZE),
                asking(RESERVATION_NOT_FOUND, release, OPEN, RESERVE, USE),
                asking(RESERVATION_NOT_FOUND, release, OPEN, RESERVE),
                asking(RESERVATION_NOT_FOUND, new ReleaseRaise(LINE, LOAN, other, DAY), OPEN, RESERVE, USE, RISE),
                asking(
                        DATE_BEFORE_OPENING,
                        new ReserveRaise(LINE, LOAN, RAISE, yuan("60.00"), yuan("70.00"), EVE),
                        OPEN,
                        RESERVE,
                        USE),
                asking(DATE_BEFORE_OPENING, new ReleaseRaise(LINE, LOAN, RAISE, EVE), OPEN, RESERVE, USE, RISE),
                asking(
                        DATE_BEFORE_OPENING,
                        new UseRaise(LINE, LOAN, RAISE, yuan("70.00"), EVE),
                        OPEN,
                        RESERVE,
                        USE,
                        RISE));
    }

    private static Stream<Produced> draws() {
        return Stream.of(
                asking(CREDIT_LINE_NOT_FOUND, FREEZE),
                asking(CREDIT_LINE_ALREADY_OPEN, OPEN, OPEN),
                asking(CREDIT_LINE_FROZEN, RESERVE, OPEN, FREEZE),
                asking(CREDIT_LINE_FROZEN, FREEZE, OPEN, FREEZE),
                asking(CREDIT_LINE_NOT_FROZEN, UNFREEZE, OPEN),
                asking(CREDIT_LINE_CLOSED, RESERVE, OPEN, CLOSE),
                asking(CREDIT_LINE_IN_USE, CLOSE, OPEN, RESERVE),
                asking(CREDIT_LINE_IN_USE, CLOSE, OPEN, RESERVE, USE),
                asking(LIMIT_NOT_POSITIVE, open("0.00")),
                asking(LIMIT_NOT_POSITIVE, change("-0.01", WHY), OPEN),
                asking(LIMIT_CURRENCY_DIFFERS, new ChangeLimit(LINE, usd(), WHY, DAY), OPEN),
                asking(LIMIT_CURRENCY_DIFFERS, new ReserveLimit(LINE, LOAN, usd(), DAY), OPEN),
                asking(LIMIT_CURRENCY_DIFFERS, new ReleaseLimit(LINE, LOAN, REPAYMENT, usd(), DAY), OPEN, RESERVE, USE),
                asking(LIMIT_UNCHANGED, change("100.00", WHY), OPEN),
                asking(DRAW_NOT_POSITIVE, reserve("0.00"), OPEN),
                asking(DRAW_EXCEEDS_AVAILABLE, reserve("100.01"), OPEN),
                asking(LOAN_ALREADY_DRAWN, reserve("1.00"), OPEN, RESERVE),
                asking(LOAN_ALREADY_DRAWN, reserve("60.00"), OPEN, RESERVE, USE),
                asking(RESERVATION_NOT_FOUND, USE, OPEN),
                asking(RESERVATION_NOT_FOUND, new ReleaseReservation(LINE, LOAN, DAY), OPEN),
                asking(RELEASE_EXCEEDS_USE, release("60.01", DAY), OPEN, RESERVE, USE),
                asking(RELEASE_EXCEEDS_USE, release("0.00", DAY), OPEN, RESERVE, USE),
                asking(DATE_BEFORE_OPENING, new ChangeLimit(LINE, yuan("1.00"), WHY, EVE), OPEN),
                asking(DATE_BEFORE_OPENING, new FreezeCreditLine(LINE, WHY, EVE), OPEN),
                asking(DATE_BEFORE_OPENING, new UnfreezeCreditLine(LINE, WHY, EVE), OPEN, FREEZE),
                asking(DATE_BEFORE_OPENING, new CloseCreditLine(LINE, WHY, EVE), OPEN),
                asking(DATE_BEFORE_OPENING, new ReserveLimit(LINE, LOAN, yuan("1.00"), EVE), OPEN),
                asking(DATE_BEFORE_OPENING, new ReleaseReservation(LINE, LOAN, EVE), OPEN, RESERVE),
                asking(DATE_BEFORE_OPENING, new UseLimit(LINE, LOAN, EVE), OPEN, RESERVE),
                asking(DATE_BEFORE_OPENING, release("1.00", EVE), OPEN, RESERVE, USE),
                asking(REASON_MISSING, change("90.00", " "), OPEN),
                asking(REASON_MISSING, new FreezeCreditLine(LINE, "", DAY), OPEN),
                asking(REASON_MISSING, new UnfreezeCreditLine(LINE, "", DAY), OPEN, FREEZE),
                asking(REASON_MISSING, new CloseCreditLine(LINE, "x".repeat(201), DAY), OPEN),
                asking(ValueRefusal.DATE_OUT_OF_RANGE, new UseLimit(LINE, LOAN, LocalDate.MIN), OPEN, RESERVE));
    }

    private static Produced asking(Refusal expected, CreditLineCommand order, CreditLineCommand... before) {
        return Produced.asking(expected, new CreditLineDecider(), List.of(before), order);
    }

    private static CreditLineCommand open(String limit) {
        return new OpenCreditLine(LINE, new BorrowerId("b"), yuan(limit), DAY);
    }

    private static CreditLineCommand change(String limit, String reason) {
        return new ChangeLimit(LINE, yuan(limit), reason, DAY);
    }

    private static CreditLineCommand reserve(String amount) {
        return new ReserveLimit(LINE, LOAN, yuan(amount), DAY);
    }

    private static CreditLineCommand release(String amount, LocalDate on) {
        return new ReleaseLimit(LINE, LOAN, REPAYMENT, yuan(amount), on);
    }

    private static CreditLineCommand raise(EntryId raise, String from, String to) {
        return new ReserveRaise(LINE, LOAN, raise, yuan(from), yuan(to), DAY);
    }

    private static Money usd() {
        return Money.of("1.00", Currency.USD);
    }
}
