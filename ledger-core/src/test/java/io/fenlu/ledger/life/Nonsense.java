package io.fenlu.ledger.life;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Orders that a sane sender would not send, mixed with some that make sense, so that every state is met. */
final class Nonsense {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private Nonsense() {}

    static LoanCommand loanOrder(Dice dice) {
        return dice.percent(50) ? NonsenseEntries.order(dice) : lifeOrder(dice);
    }

    private static LoanCommand lifeOrder(Dice dice) {
        var loan = new LoanId(new UUID(0, 1));
        return switch (dice.between(0, 9)) {
            case 0, 1 ->
                new RequestLoan(loan, new CreditLineId(new UUID(0, 2)), agreement(dice), payout(dice), date(dice));
            case 2, 3 -> new OpenLoan(loan, new BorrowerId("b"), date(dice));
            case 4, 5 -> new ConfirmPayout(loan, new DisbursementId(new UUID(0, dice.between(1, 2))), date(dice));
            case 6 ->
                dice.percent(20)
                        ? new DeclineLoan(loan, text(dice), text(dice), date(dice))
                        : new CancelLoan(loan, text(dice), date(dice));
            default ->
                new RecordRepayment(loan, new RepaymentId(new UUID(1, dice.between(1, 40))), money(dice), date(dice));
        };
    }

    static CreditLineCommand lineOrder(Dice dice) {
        var line = new CreditLineId(new UUID(0, 1));
        var loan = new LoanId(new UUID(0, dice.between(1, 3)));
        return switch (dice.between(0, 9)) {
            case 0, 1 -> new OpenCreditLine(line, new BorrowerId("b"), money(dice), date(dice));
            case 2 -> new ChangeLimit(line, money(dice), text(dice), date(dice));
            case 3 ->
                dice.percent(50)
                        ? new FreezeCreditLine(line, text(dice), date(dice))
                        : new UnfreezeCreditLine(line, text(dice), date(dice));
            case 4 -> new CloseCreditLine(line, text(dice), date(dice));
            case 5 -> new ReleaseReservation(line, loan, date(dice));
            case 6, 7 -> new UseLimit(line, loan, date(dice));
            case 8 -> new ReleaseLimit(line, loan, new RepaymentId(new UUID(1, 1)), money(dice), date(dice));
            default -> new ReserveLimit(line, loan, money(dice), date(dice));
        };
    }

    static DisbursementCommand payoutOrder(Dice dice) {
        var id = new DisbursementId(new UUID(0, 1));
        return switch (dice.between(0, 3)) {
            case 0 -> new InstructDisbursement(id, new LoanId(new UUID(0, 1)), money(dice), payout(dice), date(dice));
            case 1 -> new ConfirmDisbursement(id, text(dice), date(dice));
            case 2 -> new TakeDisbursementBack(id, text(dice), date(dice));
            default -> new FailDisbursement(id, text(dice), date(dice));
        };
    }

    private static LoanAgreement agreement(Dice dice) {
        var terms = dice.percent(70) ? Draws.terms(dice) : wildTerms(dice);
        var principal = dice.percent(50) ? money(dice) : Draws.principal(dice);
        return new LoanAgreement(
                terms,
                principal,
                rate(dice),
                dice.oneOf(Integer.MIN_VALUE, -1, 0, 1, 12, 480, 481, Integer.MAX_VALUE),
                dice.percent(60) ? null : date(dice),
                Draws.funding(dice));
    }

    private static ProductTerms wildTerms(Dice dice) {
        return TermsRow.equalInstalment()
                .plan(dice.percent(50) ? new RepaymentPlan.OpenEnded() : new RepaymentPlan.InterestThenPrincipal())
                .every(dice.oneOf(1, 366), dice.oneOf(Frequency.Unit.values()))
                .counting(dice.oneOf(DayCount.ACT_ACT_ISDA, DayCount.ACT_360))
                .penaltyWithGrace(dice.between(0, 90))
                .terms();
    }

    static Rate rate(Dice dice) {
        return new Rate(
                dice.oneOf(BigDecimal.ZERO, new BigDecimal("0.000000000001"), new BigDecimal("0.1"), BigDecimal.TEN),
                dice.oneOf(Rate.Per.values()));
    }

    private static PayoutInstruction payout(Dice dice) {
        return new PayoutInstruction(dice.oneOf(PayoutChannel.values()), "acct");
    }

    static Money money(Dice dice) {
        return new Money(
                dice.oneOf(
                        Long.MIN_VALUE,
                        -1L,
                        0L,
                        1L,
                        100L,
                        1_000_00L,
                        Money.LARGEST,
                        Money.LARGEST + 1,
                        Long.MAX_VALUE,
                        dice.between(1L, 1_000_000L)),
                dice.percent(85) ? Currency.CNY : dice.oneOf(Currency.values()));
    }

    static LocalDate date(Dice dice) {
        return switch (dice.between(0, 19)) {
            case 0 -> LocalDate.MIN;
            case 1 -> LocalDate.MAX;
            case 2 -> LocalDate.of(1900, 1, 1);
            case 3 -> LocalDate.of(2199, 12, 31);
            default -> DAY.plusDays(dice.between(-3, 400));
        };
    }

    static String text(Dice dice) {
        return dice.oneOf("", " ", "a reason", "x".repeat(200), "x".repeat(201), "\u0000\n");
    }
}
