package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders that an event of a file stands for; mostly one. */
final class PaperOrders {
    private static final String TOLD = "as the file tells";
    private static final String FILE = "file";

    private final PaperLife life;
    private final String path;
    private final EntryId id;

    PaperOrders(PaperLife life, String path, EntryId id) {
        this.life = life;
        this.path = path;
        this.id = id;
    }

    List<LoanCommand> of(PaperEvent event) {
        return switch (event) {
            case PaperEvent.Draw it ->
                one(new LoanCommand.DrawTranche(
                        PaperLife.LOAN, new LoanEntry.Draw(id, it.amount(), it.purpose(), it.on())));
            case PaperEvent.Repayment it -> one(repayment(it.amount(), it.on()));
            case PaperEvent.PayOff it -> one(repayment(payoff(it.on()), it.on()));
            case PaperEvent.GuarantorPayment it ->
                one(new LoanCommand.RecordThirdPartyPayment(
                        PaperLife.LOAN, payment(Payer.GUARANTOR, it.source(), it.amount(), it.on())));
            case PaperEvent.CollateralPayment it ->
                one(new LoanCommand.RecordThirdPartyPayment(
                        PaperLife.LOAN, payment(Payer.COLLATERAL, it.source(), it.amount(), it.on())));
            case PaperEvent.Refinancing it -> {
                var amount = it.amount() == null ? payoff(it.on()) : it.amount();
                yield one(new LoanCommand.RefinanceLoan(
                        PaperLife.LOAN, payment(Payer.REFINANCING, it.source(), amount, it.on())));
            }
            case PaperEvent.Recovery it ->
                one(new LoanCommand.RecordRecovery(
                        PaperLife.LOAN, payment(Payer.RECOVERY, it.source(), it.amount(), it.on())));
            case PaperEvent.CreditReturn it ->
                one(new LoanCommand.ReturnOverpayment(
                        PaperLife.LOAN,
                        new LoanEntry.CreditReturn(id, it.amount(), or(it.bankReference(), FILE), it.on())));
            case PaperEvent.Withdrawal it -> one(withdrawal(it));
            case PaperEvent.Billing it ->
                one(new LoanCommand.BillInstalment(PaperLife.LOAN, new LoanEntry.Billing(it.instalment(), it.on())));
            case PaperEvent.PenaltyMark it ->
                one(new LoanCommand.ChargePenalty(PaperLife.LOAN, new LoanEntry.PenaltyMark(it.on())));
            case PaperEvent.MonthEnd it ->
                one(new LoanCommand.AccrueInterest(
                        PaperLife.LOAN, new LoanEntry.MonthEnd(or(it.nonAccrualAfterDays(), 90), it.on())));
            case PaperEvent.Close it -> one(new LoanCommand.CloseLoan(PaperLife.LOAN, it.on()));
            case PaperEvent.Undoing it -> one(undoing(it));
            default -> agreedAnew(event);
        };
    }

    /** What changes the terms or gives up a debt. */
    private List<LoanCommand> agreedAnew(PaperEvent event) {
        return switch (event) {
            case PaperEvent.Fee it ->
                one(new LoanCommand.ChargeFee(
                        PaperLife.LOAN,
                        new LoanEntry.Fee(id, it.charge(), or(it.payee(), "lender"), it.amount(), it.on())));
            case PaperEvent.Waiver it ->
                one(new LoanCommand.WaiveDebt(
                        PaperLife.LOAN,
                        new LoanEntry.Waiver(
                                id,
                                it.bucket(),
                                it.amount(),
                                or(it.reason(), TOLD),
                                or(it.authority(), FILE),
                                it.on())));
            case PaperEvent.RateChange it ->
                one(new LoanCommand.ChangeRate(
                        PaperLife.LOAN, new LoanEntry.RateChange(id, it.rate(), or(it.reason(), TOLD), it.on())));
            case PaperEvent.Pause it -> pause(it);
            case PaperEvent.Resume it ->
                one(new LoanCommand.ResumeInterest(PaperLife.LOAN, new LoanEntry.Resume(id, it.on())));
            case PaperEvent.DueDateMove it -> moves(it);
            case PaperEvent.Restructuring it ->
                one(new LoanCommand.RestructureLoan(
                        PaperLife.LOAN,
                        new LoanEntry.Restructuring(
                                id,
                                it.measure(),
                                it.accrued(),
                                or(it.reason(), TOLD),
                                or(it.authority(), FILE),
                                it.on())));
            case PaperEvent.Misuse it ->
                one(new LoanCommand.ReportMisuse(
                        PaperLife.LOAN, new LoanEntry.Misuse(id, it.multiple(), or(it.document(), FILE), it.on())));
            case PaperEvent.ChargeOff it ->
                one(new LoanCommand.ChargeOffLoan(
                        PaperLife.LOAN,
                        new LoanEntry.ChargeOff(id, or(it.reason(), TOLD), or(it.authority(), FILE), it.on())));
            case PaperEvent.Sale it ->
                one(new LoanCommand.SellDebt(
                        PaperLife.LOAN, new LoanEntry.Sale(id, or(it.buyer(), "buyer"), it.price(), it.on())));
            default -> throw new IllegalStateException("no order for " + event);
        };
    }

    private LoanCommand undoing(PaperEvent.Undoing event) {
        var reversed = life.entry(path, event.reverses());
        return switch (event) {
            case PaperEvent.Reversal it ->
                new LoanCommand.ReverseEntry(
                        PaperLife.LOAN, new LoanEntry.Reversal(id, reversed, or(it.reason(), TOLD), it.on()));
            case PaperEvent.DisbursementReturn it ->
                new LoanCommand.ReturnDisbursement(
                        PaperLife.LOAN,
                        new LoanEntry.DisbursementReturn(id, reversed, or(it.bankReference(), FILE), it.on()));
        };
    }

    private LoanCommand withdrawal(PaperEvent.Withdrawal it) {
        var waives = or(it.waivesInterest(), false);
        var balances = standing(it.on()).balances();
        var owed = waives ? balances.principal() : balances.payoff();
        return new LoanCommand.WithdrawFromLoan(
                PaperLife.LOAN, new LoanEntry.Withdrawal(id, or(it.amount(), owed), waives, it.on()));
    }

    private List<LoanCommand> pause(PaperEvent.Pause it) {
        var reason = or(it.reason(), TOLD);
        var pause = new LoanCommand.PauseInterest(
                PaperLife.LOAN, new LoanEntry.Pause(id, or(it.penaltyToo(), false), reason, it.on()));
        var to = it.to();
        if (to == null) {
            return one(pause);
        }
        if (to.isBefore(it.on())) {
            throw new PaperFault(path + ".to", "a pause does not end before it begins");
        }
        return List.of(
                pause, new LoanCommand.ResumeInterest(PaperLife.LOAN, new LoanEntry.Resume(second(1), to.plusDays(1))));
    }

    /** One move; or, from the last instalment down to the one meant, each by as many days or months as that one. */
    private List<LoanCommand> moves(PaperEvent.DueDateMove it) {
        var moves = new ArrayList<LoanCommand>();
        if (or(it.laterToo(), false)) {
            var rows = standing(it.on()).schedule();
            for (int k = rows.size() - 1; k >= 0; k--) {
                var bill = rows.get(k).bill();
                if (bill.number() > it.instalment()) {
                    var steps = bill.number() - it.instalment();
                    var dueOn = life.loan().terms().frequency().after(it.dueOn(), steps);
                    moves.add(move(second(steps), bill.number(), dueOn, it));
                }
            }
            if (!isLater(rows, it)) {
                java.util.Collections.reverse(moves);
                moves.addFirst(move(id, it.instalment(), it.dueOn(), it));
                return moves;
            }
        }
        moves.add(move(id, it.instalment(), it.dueOn(), it));
        return moves;
    }

    private static boolean isLater(List<LoanStanding.Row> rows, PaperEvent.DueDateMove it) {
        return rows.stream()
                .filter(row -> row.bill().number() == it.instalment())
                .anyMatch(row -> ChronoUnit.DAYS.between(row.bill().dueOn(), it.dueOn()) > 0);
    }

    private static LoanCommand move(EntryId entry, int instalment, LocalDate dueOn, PaperEvent.DueDateMove it) {
        return new LoanCommand.MoveDueDate(
                PaperLife.LOAN, new LoanEntry.DueDateMove(entry, instalment, dueOn, or(it.reason(), TOLD), it.on()));
    }

    private LoanCommand repayment(Money amount, LocalDate on) {
        return new LoanCommand.RecordRepayment(PaperLife.LOAN, new RepaymentId(id.value()), amount, on);
    }

    private LoanEntry.Payment payment(Payer payer, @Nullable String source, Money amount, LocalDate on) {
        return new LoanEntry.Payment(id, payer, or(source, FILE), amount, on);
    }

    private Money payoff(LocalDate on) {
        return standing(on).balances().payoff();
    }

    private LoanStanding standing(LocalDate on) {
        return life.standing(path, on);
    }

    /** The further entries of an event that stands for more than one. */
    private EntryId second(int number) {
        return new EntryId(new UUID(
                id.value().getMostSignificantBits() + number, id.value().getLeastSignificantBits()));
    }

    private static List<LoanCommand> one(LoanCommand order) {
        return List.of(order);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
