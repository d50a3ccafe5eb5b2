package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.Debt;
import io.fenlu.ledger.allocation.Stage;
import io.fenlu.ledger.allocation.StagedOrder.StagedDebt;
import io.fenlu.ledger.allocation.Waterfall;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Amortisation;
import io.fenlu.ledger.schedule.Grace;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loan on the desk, on the day of one entry, while the entry is worked in. */
final class Sheet {
    final LoanAgreement agreement;
    final LoanEntry entry;
    final Tally tally;
    final List<AllocationLine> lines = new ArrayList<>();
    Money principalNotDue;
    InterestMeter meter;
    List<Instalment> upcoming;
    List<BilledInstalment> billed;
    List<ChargedFee> fees;
    Money regularSum;
    Money advance;
    Money deferred;
    Money basis;
    Money credit;
    InForce inForce;

    @Nullable
    Ending ending;

    @Nullable
    Ceiling ceiling;

    @Nullable
    Money cut;

    private final Accrual accrual;
    private final LoanPosition before;

    /** Opens the sheet: time has passed up to the day of the entry. */
    Sheet(LoanAgreement agreement, LoanPosition last, LoanEntry entry) {
        this.agreement = agreement;
        this.entry = entry;
        accrual = new Accrual(agreement);
        before = accrual.to(agreement.worksOn(entry), last);
        tally = new Tally(agreement, before.totals());
        principalNotDue = before.principalNotDue();
        meter = before.meter();
        upcoming = before.upcoming();
        billed = before.billed();
        fees = before.fees();
        regularSum = before.course().regularSum();
        advance = before.course().advance();
        deferred = before.course().deferred();
        basis = before.course().basis();
        credit = before.credit();
        inForce = before.inForce();
        ending = before.ending();
        ceiling = before.ceiling();
        if (ending == null && !fees.isEmpty()) {
            recognise(Bucket.FEE, unpaid(Bucket.FEE));
        }
    }

    /** The day on whose evening the entry counts; mostly its own. */
    LocalDate on() {
        return before.at();
    }

    ProductTerms terms() {
        return agreement.terms();
    }

    Money zero() {
        return principalNotDue.zero();
    }

    Growth growth() {
        return inForce.growth(agreement);
    }

    Amortisation amortisation() {
        return inForce.amortisation(agreement);
    }

    RepaymentPlan plan() {
        return inForce.plan(terms());
    }

    Grace grace() {
        return terms().agreed().grace();
    }

    Rounding interestRounding() {
        return accrual.interestRounding();
    }

    Money runningInterest() {
        return accrual.running(meter, upcoming, deferred);
    }

    /** So much of the running interest is paid or given up, of what was put off first. */
    void chargeRunning(Money interest) {
        var putOff = interest.min(deferred);
        deferred = deferred.minus(putOff);
        meter = meter.charge(interest.minus(putOff));
    }

    /** Whether overdue principal goes on bearing contract interest, which falls due with instalments still to come. */
    boolean goesOn() {
        return terms().agreed().late().contractInterest() == LateRule.ContractInterest.GOES_ON;
    }

    boolean owesGrowingArrears() {
        return goesOn() && openOfBilled(Bucket.PRINCIPAL).isPositive();
    }

    /** What is unpaid of a kind of debt on this day, due or not. */
    Money unpaid(Bucket bucket) {
        if (ending != null) {
            return zero();
        }
        return switch (bucket) {
            case PRINCIPAL -> openOfBilled(bucket).plus(principalNotDue);
            case INTEREST -> openOfBilled(bucket).plus(runningInterest());
            case PENALTY -> openOfBilled(bucket);
            case FEE -> {
                var open = zero();
                for (var fee : fees) {
                    open = open.plus(fee.open());
                }
                yield open;
            }
        };
    }

    private Money openOfBilled(Bucket bucket) {
        var open = zero();
        for (var row : billed) {
            if (!row.isHealed()) {
                open = open.plus(
                        switch (bucket) {
                            case PRINCIPAL -> row.principalOpen();
                            case INTEREST -> row.interestOpen();
                            case PENALTY -> row.penaltyOpen(accrual.penaltyRounding());
                            case FEE -> zero();
                        });
            }
        }
        return open;
    }

    Rounding penaltyRounding() {
        return accrual.penaltyRounding();
    }

    int daysPastDue() {
        return before.daysPastDue();
    }

    /** Pours a payment over what is due, in the order agreed for how late it is. */
    Waterfall pour(Money payment) {
        var byStage = terms().agreed().allocationByStage();
        if (byStage == null) {
            return Waterfall.pour(payment, debts(), terms().allocation());
        }
        return byStage.pour(
                payment,
                debts().stream()
                        .map(debt -> new StagedDebt(stage(debt.instalment()), debt))
                        .toList());
    }

    private Stage stage(int instalment) {
        for (var row : billed) {
            if (row.bill().number() == instalment) {
                return row.bill().dueOn().isBefore(on()) ? Stage.OVERDUE : Stage.DUE;
            }
        }
        return Stage.DUE;
    }

    /** What is due on this day, debt by debt. */
    List<Debt> debts() {
        var debts = new ArrayList<Debt>();
        for (var row : billed) {
            if (!row.isHealed()) {
                debts.addAll(row.debts(accrual.penaltyRounding()));
            }
        }
        for (var fee : fees) {
            if (fee.open().isPositive()) {
                debts.add(new Debt(fee.instalment(), Bucket.FEE, fee.open()));
            }
        }
        return debts;
    }

    /** Marks debts as healed; fees of one instalment in the order in which they were charged. */
    void heal(List<AllocationLine> healing) {
        if (healing.isEmpty()) {
            return;
        }
        lines.addAll(healing);
        var rows = new ArrayList<>(billed);
        for (var line : healing) {
            if (line.bucket() == Bucket.FEE) {
                fees = ChargedFee.heal(fees, line);
            } else {
                rows.replaceAll(row -> row.bill().number() == line.instalment()
                        ? row.heal(line, on(), accrual.penaltyRounding())
                        : row);
            }
        }
        billed = rows;
    }

    /** What was earned up to this day comes into the books; nothing while interest is kept off them. Fees are there since the sheet was opened. */
    void recogniseEarned() {
        if (ending == null && !inForce.nonAccrual()) {
            recognise(Bucket.INTEREST, unpaid(Bucket.INTEREST));
            recognise(Bucket.PENALTY, unpaid(Bucket.PENALTY));
        }
    }

    /** The books hold so much of a kind of debt that is earned, and not less. */
    void recognise(Bucket bucket, Money held) {
        tally.raise(MovementKind.RECOGNISED, bucket, held.minus(tally.onBook(bucket)));
    }

    /** Recognises what is about to be lowered and is not in the books yet. */
    void recogniseAtLeast(Bucket bucket, Money held) {
        recognise(bucket, held.max(tally.onBook(bucket)));
    }

    /** Whether nothing of the loan is left to this lender: it was repaid, or given up. */
    boolean isOver() {
        return ending != null || accrual.isPaidOff(position());
    }

    private LoanPosition position() {
        return new LoanPosition(
                on(),
                principalNotDue,
                meter,
                upcoming,
                billed,
                fees,
                new Course(regularSum, advance, deferred, basis),
                credit,
                inForce,
                tally.totals(),
                ending,
                ceiling);
    }

    /** Closes the sheet. */
    Step close() {
        var earnedUnpaid = zero();
        if (inForce.nonAccrual() && ending == null) {
            earnedUnpaid = unpaid(Bucket.INTEREST)
                    .plus(unpaid(Bucket.PENALTY))
                    .minus(tally.onBook(Bucket.INTEREST))
                    .minus(tally.onBook(Bucket.PENALTY));
        }
        tally.offBook(earnedUnpaid);
        if (agreement.isOfFourthEngine() && tally.provides()) {
            Providing.end(this);
        }
        var after = position();
        return new Step(
                entry,
                after,
                lines,
                credit.minus(before.credit()),
                tally.movements(),
                !after.upcoming().equals(before.upcoming()),
                cut);
    }
}
