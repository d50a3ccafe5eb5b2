package io.fenlu.ledger.life;

import static io.fenlu.ledger.life.Nonsense.date;
import static io.fenlu.ledger.life.Nonsense.money;
import static io.fenlu.ledger.life.Nonsense.rate;
import static io.fenlu.ledger.life.Nonsense.text;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.AccrueInterest;
import io.fenlu.ledger.loan.LoanCommand.BillInstalment;
import io.fenlu.ledger.loan.LoanCommand.ChangeRate;
import io.fenlu.ledger.loan.LoanCommand.ChargeFee;
import io.fenlu.ledger.loan.LoanCommand.ChargeOffLoan;
import io.fenlu.ledger.loan.LoanCommand.ChargePenalty;
import io.fenlu.ledger.loan.LoanCommand.CloseLoan;
import io.fenlu.ledger.loan.LoanCommand.DrawTranche;
import io.fenlu.ledger.loan.LoanCommand.MoveDueDate;
import io.fenlu.ledger.loan.LoanCommand.PauseInterest;
import io.fenlu.ledger.loan.LoanCommand.ProvideForLoss;
import io.fenlu.ledger.loan.LoanCommand.RecordRecovery;
import io.fenlu.ledger.loan.LoanCommand.RecordThirdPartyPayment;
import io.fenlu.ledger.loan.LoanCommand.RefinanceLoan;
import io.fenlu.ledger.loan.LoanCommand.RefundCredit;
import io.fenlu.ledger.loan.LoanCommand.RemitToFunder;
import io.fenlu.ledger.loan.LoanCommand.ReportMisuse;
import io.fenlu.ledger.loan.LoanCommand.RestructureLoan;
import io.fenlu.ledger.loan.LoanCommand.ResumeInterest;
import io.fenlu.ledger.loan.LoanCommand.ReturnDisbursement;
import io.fenlu.ledger.loan.LoanCommand.ReturnOverpayment;
import io.fenlu.ledger.loan.LoanCommand.ReverseEntry;
import io.fenlu.ledger.loan.LoanCommand.SellDebt;
import io.fenlu.ledger.loan.LoanCommand.WaiveDebt;
import io.fenlu.ledger.loan.LoanCommand.WithdrawFromLoan;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.loan.PurposeBinding;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.story.Entries;
import java.math.BigDecimal;
import java.util.UUID;

/** What cannot have happened to a loan, mixed with some that can. */
final class NonsenseEntries {
    private NonsenseEntries() {}

    private static EntryId id(Dice dice) {
        return dice.percent(10)
                ? new EntryId(new UUID(0, dice.between(1, 3)))
                : new EntryId(new UUID(1, dice.between(1, 40)));
    }

    private static String word(Dice dice) {
        return dice.percent(70) ? "word-1" : text(dice);
    }

    static LoanCommand order(Dice dice) {
        return dice.percent(50) ? sums(dice, dice.between(0, 7)) : terms(dice, dice.between(0, 15));
    }

    private static LoanCommand sums(Dice dice, int kind) {
        var loan = Entries.LOAN;
        var on = date(dice);
        return switch (kind) {
            case 0 ->
                new DrawTranche(
                        loan,
                        new LoanEntry.Draw(
                                id(dice),
                                money(dice),
                                dice.percent(50) ? null : new PurposeBinding(word(dice), word(dice)),
                                on,
                                dice.percent(70) ? null : word(dice)));
            case 1 -> new RecordThirdPartyPayment(loan, payment(dice));
            case 2 -> new RefinanceLoan(loan, payment(dice));
            case 3 -> new RecordRecovery(loan, payment(dice));
            case 4 ->
                dice.percent(50)
                        ? new RefundCredit(loan, new LoanEntry.Refund(id(dice), money(dice), on))
                        : new ReturnOverpayment(
                                loan, new LoanEntry.CreditReturn(id(dice), money(dice), word(dice), on));
            case 5 -> new ChargeFee(loan, new LoanEntry.Fee(id(dice), word(dice), word(dice), money(dice), on));
            case 6 ->
                new WaiveDebt(
                        loan,
                        new LoanEntry.Waiver(
                                id(dice),
                                dice.oneOf(Bucket.values()),
                                dice.percent(50) ? null : money(dice),
                                word(dice),
                                word(dice),
                                on));
            default ->
                new WithdrawFromLoan(loan, new LoanEntry.Withdrawal(id(dice), money(dice), dice.percent(50), on));
        };
    }

    private static LoanEntry.Payment payment(Dice dice) {
        return new LoanEntry.Payment(
                id(dice), dice.oneOf(Payer.values()), dice.percent(20) ? null : word(dice), money(dice), date(dice));
    }

    private static LoanCommand terms(Dice dice, int kind) {
        var loan = Entries.LOAN;
        var on = date(dice);
        return switch (kind) {
            case 0 -> new ChangeRate(loan, new LoanEntry.RateChange(id(dice), rate(dice), word(dice), on));
            case 1 -> new PauseInterest(loan, new LoanEntry.Pause(id(dice), dice.percent(50), word(dice), on));
            case 2 -> new ResumeInterest(loan, new LoanEntry.Resume(id(dice), on));
            case 3 ->
                new MoveDueDate(
                        loan, new LoanEntry.DueDateMove(id(dice), dice.between(-1, 13), date(dice), word(dice), on));
            case 4 ->
                new RestructureLoan(
                        loan,
                        new LoanEntry.Restructuring(
                                id(dice),
                                measure(dice),
                                dice.oneOf(AccruedInterest.values()),
                                word(dice),
                                word(dice),
                                on));
            case 5 -> new ReportMisuse(loan, new LoanEntry.Misuse(id(dice), multiple(dice), word(dice), on));
            case 6 -> new ChargeOffLoan(loan, new LoanEntry.ChargeOff(id(dice), word(dice), word(dice), on));
            case 7 -> new SellDebt(loan, new LoanEntry.Sale(id(dice), word(dice), money(dice), on));
            case 8 -> new ReverseEntry(loan, new LoanEntry.Reversal(id(dice), id(dice), word(dice), on));
            case 9 ->
                new ReturnDisbursement(loan, new LoanEntry.DisbursementReturn(id(dice), id(dice), word(dice), on));
            case 10 -> new BillInstalment(loan, new LoanEntry.Billing(dice.between(-1, 13), on));
            case 11 -> new ChargePenalty(loan, new LoanEntry.PenaltyMark(on));
            case 12 -> new CloseLoan(loan, on);
            case 14 ->
                new RemitToFunder(
                        loan, new LoanEntry.Remittance(id(dice), new LenderId("only"), money(dice), word(dice), on));
            case 13 ->
                new ProvideForLoss(
                        loan,
                        new LoanEntry.Provision(
                                word(dice), Fraction.of(dice.oneOf("0", "0.5", "1.01")), word(dice), on));
            default -> new AccrueInterest(loan, new LoanEntry.MonthEnd(dice.oneOf(-1, 0, 90, 1 << 30), on));
        };
    }

    private static BigDecimal multiple(Dice dice) {
        return dice.oneOf(new BigDecimal("1.5"), BigDecimal.TWO, BigDecimal.ZERO, new BigDecimal("-1"), BigDecimal.TEN);
    }

    private static RestructuringMeasure measure(Dice dice) {
        return switch (dice.between(0, 3)) {
            case 0 ->
                new RestructuringMeasure.Reschedule(
                        dice.oneOf(Integer.MIN_VALUE, 0, 1, 12, 480, Integer.MAX_VALUE),
                        dice.percent(50) ? null : date(dice),
                        dice.percent(50) ? null : rate(dice));
            case 1 -> new RestructuringMeasure.ReAge();
            case 2 -> new RestructuringMeasure.ReAmortise();
            default -> new RestructuringMeasure.Extend(dice.oneOf(Integer.MIN_VALUE, 0, 1, 12, 480, Integer.MAX_VALUE));
        };
    }
}
