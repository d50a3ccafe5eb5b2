package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.disclosure.AnnualisedCost;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.CostDisclosure;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the answer about a loan together. */
final class LoanAnswer {
    private static final int DECIMALS = 8;

    private LoanAnswer() {}

    static Answer of(PaperLoan loan, List<PaperEvent> events, @Nullable LocalDate asOf) {
        var life = PaperLife.of(loan, events);
        return lived(loan, life, asOf == null ? lastDay(life) : asOf);
    }

    private static LocalDate lastDay(PaperLife life) {
        return life.facts().stream()
                .map(LoanEvent::businessDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Answer lived(PaperLoan loan, PaperLife life, LocalDate day) {
        var allocations = Allocations.of(life, day);
        var lateness = new Lateness(life, day);
        var running = PaperLife.running(life.state());
        if (running == null || day.isBefore(running.disbursedOn())) {
            return answer(
                    loan,
                    day,
                    "not-paid-out",
                    ScheduleRows.planned(loan),
                    allocations.answers(),
                    null,
                    null,
                    lateness.classes());
        }
        var standing = LoanStanding.of(running, day);
        var rows = new ScheduleRows(loan, running, standing, allocations, lateness).rows();
        return answer(
                loan,
                day,
                status(life, day),
                rows,
                allocations.answers(),
                balances(standing.balances()),
                lateness.answer(standing.daysPastDue()),
                lateness.classes());
    }

    private static Answer answer(
            PaperLoan loan,
            LocalDate day,
            String status,
            List<Answer.Row> rows,
            List<Answer.Allocation> allocations,
            Answer.@Nullable Balances balances,
            Answer.@Nullable Lateness arrears,
            Answer.@Nullable Classes classes) {
        return new Answer(
                day,
                loan.principal().currency().name(),
                status,
                terms(loan),
                rows,
                allocations,
                balances,
                arrears,
                classes,
                ScheduleRows.totals(rows, loan.principal().currency()),
                costs(loan),
                table(loan));
    }

    private static Answer.Terms terms(PaperLoan loan) {
        var terms = loan.terms();
        var rate = loan.agreement().rate();
        return new Answer.Terms(
                terms.product().value(),
                terms.engineVersion(),
                loan.principal().amount(),
                loan.paidOutOn(),
                rate.value().toPlainString(),
                PaperWords.written(rate.per()),
                annualPercent(rate, terms.dayCount()),
                unroundedInstalment(loan));
    }

    private static @Nullable String unroundedInstalment(PaperLoan loan) {
        if (!(loan.terms().plan() instanceof RepaymentPlan.EqualInstalment equal)) {
            return null;
        }
        var factors = equal.factors() == null ? Annuity.Factors.EACH_PERIOD : equal.factors();
        var zero = loan.principal().zero();
        var owed = new Annuity.Owed(loan.principal(), zero, zero);
        return Annuity.instalment(owed, loan.periods(), factors, loan.growth())
                .approximately()
                .movePointLeft(zero.currency().digits())
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static @Nullable String annualPercent(Rate rate, DayCount dayCount) {
        return rate.per() == Rate.Per.DAY && dayCount.fixedYear() == 0
                ? null
                : rate.annual(dayCount).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    static Answer.Balances balances(LoanBalances balances) {
        return new Answer.Balances(
                balances.principal().amount(),
                balances.principalNotDue().amount(),
                balances.principalDue().amount(),
                balances.interestDue().amount(),
                balances.interestAccrued().amount(),
                balances.penalty().amount(),
                balances.fees().amount(),
                balances.credit().amount(),
                balances.due().amount(),
                balances.earlyCost().amount(),
                balances.payoff().amount(),
                amount(balances.cut()));
    }

    /** What the state is called; a debt that was given up is called by that. */
    private static String status(PaperLife life, LocalDate day) {
        var status = switch (LoanState.on(life.state(), day)) {
            case LoanState.Closed _ -> "closed";
            case LoanState.Settled _ -> "settled";
            case LoanState.Active _ -> "active";
            default -> "not-paid-out";
        };
        return status.equals("active") ? givenUp(life, day, status) : status;
    }

    private static String givenUp(PaperLife life, LocalDate day, String otherwise) {
        var status = otherwise;
        var reversed = Allocations.reversed(life, day);
        for (var told : life.told()) {
            if (told.event().on().isAfter(day) || reversed.contains(told.name())) {
                continue;
            }
            for (LoanEvent fact : told.facts()) {
                status = fact instanceof LoanHappening.DebtSold
                        ? "sold"
                        : fact instanceof LoanHappening.LoanChargedOff && !status.equals("sold")
                                ? "charged-off"
                                : status;
            }
        }
        return status;
    }

    private static List<Answer.Cost> costs(PaperLoan loan) {
        var costs = new ArrayList<Answer.Cost>();
        var disclosure = disclosure(loan);
        if (disclosure != null) {
            for (var cost : disclosure.table().annual()) {
                costs.add(new Answer.Cost(
                        PaperWords.written(cost.method()), cost.percent().toPlainString()));
            }
        }
        if (loan.terms().plan() instanceof RepaymentPlan.FlatFee(var fee, var _, var _)) {
            AnnualisedCost.ofFlatFee(
                            fee, loan.terms().frequency(), loan.agreement().instalments())
                    .ifPresent(percent -> costs.add(new Answer.Cost("flat-fee-unrounded", percent.toPlainString())));
        }
        return costs;
    }

    private static Answer.@Nullable Table table(PaperLoan loan) {
        var disclosure = disclosure(loan);
        if (disclosure == null) {
            return null;
        }
        var table = disclosure.table();
        var items = table.items().stream()
                .map(item -> new Answer.Item(
                        item.code(), item.payee(), item.basis(), amount(item.amount()), item.contingent()))
                .toList();
        return new Answer.Table(items, table.hash(), disclosure.isWithinCaps());
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static @Nullable CostDisclosure disclosure(PaperLoan loan) {
        var rows = loan.schedule();
        try {
            return rows.isEmpty()
                    ? null
                    : new CostDisclosure(
                            loan.terms(),
                            PaperLoan.LENDER.value(),
                            loan.principal(),
                            loan.agreement().rate(),
                            loan.paidOutOn(),
                            rows);
        } catch (InvalidValue contradictory) {
            throw new PaperFault("terms", contradictory.reason().name() + ": " + contradictory.detail());
        }
    }
}
