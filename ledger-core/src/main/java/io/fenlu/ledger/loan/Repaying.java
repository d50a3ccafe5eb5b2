package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.Debt;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.Waterfall;
import io.fenlu.ledger.funding.FundedAmount;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Taking a repayment: count to the day, heal debts in the agreed order, repay early with the rest, notice when nothing is left. */
final class Repaying {
    private Repaying() {}

    static Decision<LoanEvent> decide(Active loan, RecordRepayment command) {
        if (command.amount().currency() != loan.agreement().principal().currency()) {
            return Decision.refuse(LoanRefusal.REPAYMENT_CURRENCY_DIFFERS);
        }
        if (!command.amount().isPositive()) {
            return Decision.refuse(LoanRefusal.REPAYMENT_NOT_POSITIVE);
        }
        if (command.paidOn().isBefore(loan.disbursedOn())) {
            return Decision.refuse(
                    LoanRefusal.PAID_BEFORE_DRAWDOWN,
                    "The money was paid out on " + loan.disbursedOn() + ", after " + command.paidOn() + ".");
        }
        if (command.paidOn().isBefore(loan.position().at())) {
            return Decision.refuse(
                    LoanRefusal.PAID_BEFORE_LAST_MOVEMENT,
                    "The last movement is of " + loan.position().at() + ", after " + command.paidOn() + ".");
        }
        var result = receive(loan, command.amount(), command.paidOn());
        if (result.credit().isPositive() && loan.agreement().terms().overpayment() == OverpaymentRule.REFUSE) {
            return Decision.refuse(
                    LoanRefusal.AMOUNT_EXCEEDS_PAYOFF,
                    "On " + command.paidOn() + " " + command.amount().minus(result.credit()) + " settles the loan; "
                            + command.amount() + " is more.");
        }
        return Decision.accept(facts(loan, command, result));
    }

    /** What a repayment does to a loan; the same for deciding and for remembering. */
    static Received receive(Active loan, Money amount, LocalDate on) {
        var accrual = new Accrual(loan.agreement());
        var before = accrual.to(on, loan.position());
        var debts = new ArrayList<Debt>();
        for (var row : before.billed()) {
            if (!row.isHealed()) {
                debts.addAll(row.debts(accrual.penaltyRounding()));
            }
        }
        var poured = Waterfall.pour(amount, debts, loan.agreement().terms().allocation());
        var healed = before.billed().stream()
                .map(row -> heal(row, poured.lines(), on, accrual))
                .toList();
        var early = Prepaying.with(poured.rest(), before, loan.agreement(), accrual.interestRounding());
        var lines = new ArrayList<>(poured.lines());
        lines.addAll(early.lines());

        var interestEarned = before.interestCharged().plus(before.meter().chargeable(accrual.interestRounding()));
        var penaltyEarned = before.penaltyEarned(accrual.penaltyRounding());
        var after = new LoanPosition(
                on,
                early.principalNotDue(),
                early.meter(),
                early.upcoming(),
                healed,
                before.interestCharged().plus(early.interest()),
                interestEarned,
                penaltyEarned,
                early.regularSum(),
                early.advance(),
                before.credit().plus(early.credit()));
        return new Received(
                after,
                accrual.balances(after),
                lines,
                early.credit(),
                interestEarned.minus(before.interestRecognised()),
                penaltyEarned.minus(before.penaltyRecognised()),
                !early.upcoming().equals(before.upcoming()));
    }

    /**
     * A repayment's effect.
     *
     * @param revised whether instalments not due yet are others than before
     */
    record Received(
            LoanPosition position,
            LoanBalances balances,
            List<AllocationLine> lines,
            Money credit,
            Money interestRecognised,
            Money penaltyRecognised,
            boolean revised) {}

    private static BilledInstalment heal(
            BilledInstalment row, List<AllocationLine> lines, LocalDate on, Accrual accrual) {
        var healed = row;
        for (var line : lines) {
            if (line.instalment() == row.bill().number()) {
                healed = healed.heal(line, on, accrual.penaltyRounding());
            }
        }
        return healed;
    }

    private static List<LoanEvent> facts(Active loan, RecordRepayment command, Received result) {
        var facts = new ArrayList<LoanEvent>();
        facts.add(new RepaymentReceived(
                loan.loanId(),
                loan.creditLineId(),
                command.repaymentId(),
                command.amount(),
                result.lines(),
                result.credit(),
                recognised(loan, result),
                fundedBy(loan, result.lines()),
                result.balances(),
                command.paidOn()));
        if (result.balances().payoff().isZero()) {
            facts.add(new LoanSettled(
                    loan.loanId(), loan.creditLineId(), result.balances().credit(), command.paidOn()));
        } else if (result.revised()) {
            facts.add(new ScheduleRevised(
                    loan.loanId(),
                    command.repaymentId(),
                    loan.agreement().terms().prepayment(),
                    result.position().upcoming(),
                    command.paidOn()));
        }
        return facts;
    }

    private static List<FundedAmount> recognised(Active loan, Received result) {
        var funding = loan.agreement().funding();
        var recognised = new ArrayList<FundedAmount>();
        recognised.addAll(funding.split(Bucket.INTEREST, result.interestRecognised()));
        recognised.addAll(funding.split(Bucket.PENALTY, result.penaltyRecognised()));
        return recognised;
    }

    private static List<FundedAmount> fundedBy(Active loan, List<AllocationLine> lines) {
        var funded = new ArrayList<FundedAmount>();
        for (var bucket : Bucket.values()) {
            var sum = Money.sum(
                    loan.agreement().principal().currency(),
                    lines.stream()
                            .filter(line -> line.bucket() == bucket)
                            .map(AllocationLine::amount)
                            .toList());
            if (sum.isPositive()) {
                funded.addAll(loan.agreement().funding().split(bucket, sum));
            }
        }
        return funded;
    }
}
