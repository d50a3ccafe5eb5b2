package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.disclosure.AnnualisedCost;
import io.fenlu.ledger.disclosure.CashFlow;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.disclosure.EffectiveRate;
import io.fenlu.ledger.disclosure.RegulationZ;
import io.fenlu.ledger.disclosure.TimeMeasure;
import io.fenlu.ledger.disclosure.UnitPeriod;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.ChargeRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a loan costs in a year whose payments are known one by one; nothing else is asked for. */
record PaymentsAnswer(
        String currency,
        String principal,
        LocalDate paidOutOn,
        String received,
        List<Payment> payments,
        @Nullable String unitPeriod,
        List<Answer.Cost> annualCosts) {
    private static final int MOST_PAYMENTS = 1_000;
    private static final int DECIMALS = 14;

    /**
     * A payment, and how long after the payout it is.
     *
     * @param years by each measure of time, to fourteen decimals
     */
    record Payment(LocalDate on, String amount, Map<String, String> years) {}

    static PaymentsAnswer of(LoanPaper paper, List<LoanPaper.PaymentRun> runs) {
        var start = paper.paidOutOn();
        var payments = payments(runs, start);
        var received = paper.principal();
        for (var charge : paper.terms().agreed().charges()) {
            if (charge.when() == ChargeRule.When.AT_PAYOUT) {
                received = received.minus(charge.once(paper.principal(), paper.principal()));
            }
        }
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(start, received));
        flows.addAll(payments);
        var unit = unit(paper, flows);
        return new PaymentsAnswer(
                paper.principal().currency().name(),
                paper.principal().amount(),
                start,
                received.amount(),
                payments.stream().map(flow -> payment(flow, start)).toList(),
                unit.map(period -> period.every() + " " + PaperWords.written(period.unit()))
                        .orElse(null),
                costs(flows, unit));
    }

    private static List<CashFlow> payments(List<LoanPaper.PaymentRun> runs, LocalDate start) {
        var flows = new ArrayList<CashFlow>();
        for (int k = 0; k < runs.size(); k++) {
            var run = runs.get(k);
            var place = "payments[" + k + "]";
            var every = run.every();
            if (run.count() < 1 || flows.size() + run.count() > MOST_PAYMENTS) {
                throw new PaperFault(place + ".count", "1 to " + MOST_PAYMENTS + " payments in all");
            }
            if (every == null && run.count() > 1) {
                throw new PaperFault(place + ".every", "is missing");
            }
            if (run.first().isBefore(start)) {
                throw new PaperFault(place + ".first", run.first() + " lies before the payout of " + start);
            }
            for (int n = 0; n < run.count(); n++) {
                var on = every == null ? run.first() : after(run.first(), n, every);
                flows.add(new CashFlow(on, run.amount().negated()));
            }
        }
        flows.sort(Comparator.comparing(CashFlow::on));
        return flows;
    }

    private static LocalDate after(LocalDate first, int count, LoanPaper.Interval every) {
        var steps = Math.multiplyExact(every.every(), count);
        return switch (every.unit()) {
            case DAY -> first.plusDays(steps);
            case WEEK -> first.plusWeeks(steps);
            case HALF_MONTH -> first.plusMonths(steps / 2).plusDays(steps % 2 * 15L);
            case MONTH -> first.plusMonths(steps);
            case YEAR -> first.plusYears(steps);
        };
    }

    private static Optional<UnitPeriod> unit(LoanPaper paper, List<CashFlow> flows) {
        var given = paper.unitPeriod();
        try {
            return given == null
                    ? UnitPeriod.mostFrequent(flows)
                    : Optional.of(new UnitPeriod(
                            given.every(), UnitPeriod.Unit.valueOf(given.unit().name())));
        } catch (InvalidValue malformed) {
            throw new PaperFault("unit_period", malformed.reason().name() + ": " + malformed.detail());
        }
    }

    private static List<Answer.Cost> costs(List<CashFlow> flows, Optional<UnitPeriod> unit) {
        var costs = new ArrayList<Answer.Cost>();
        add(costs, CostMethod.REG_Z_ACTUARIAL, RegulationZ.annualPercentageRate(flows, unit.orElse(UnitPeriod.MONTH)));
        add(costs, CostMethod.PBOC_IRR, irr(flows, unit));
        add(costs, CostMethod.EU_BY_DAYS, EffectiveRate.of(flows, TimeMeasure.DAYS_365));
        add(costs, CostMethod.EU_BY_MONTHS, EffectiveRate.of(flows, TimeMeasure.MONTHS));
        add(costs, CostMethod.UK_EFFECTIVE, EffectiveRate.of(flows, TimeMeasure.DAYS_365_25));
        return costs;
    }

    /** The rate of one period times the periods of a year, where payments come in such periods. */
    private static Optional<BigDecimal> irr(List<CashFlow> flows, Optional<UnitPeriod> unit) {
        if (unit.isEmpty() || unit.get().unit() == UnitPeriod.Unit.HALF_MONTH) {
            return Optional.empty();
        }
        var frequency = new Frequency(
                unit.get().every(), Frequency.Unit.valueOf(unit.get().unit().name()));
        return AnnualisedCost.periodicIrr(flows, frequency.nominalUnder(), frequency.nominalOver());
    }

    private static void add(List<Answer.Cost> costs, CostMethod method, Optional<BigDecimal> percent) {
        percent.ifPresent(rate -> costs.add(new Answer.Cost(PaperWords.written(method), rate.toPlainString())));
    }

    private static Payment payment(CashFlow flow, LocalDate start) {
        var years = new LinkedHashMap<String, String>();
        for (var measure : TimeMeasure.values()) {
            years.put(
                    PaperWords.written(measure),
                    measure.years(start, flow.on())
                            .setScale(DECIMALS, RoundingMode.HALF_UP)
                            .toPlainString());
        }
        Money paid = flow.amount().negated();
        return new Payment(flow.on(), paid.amount(), years);
    }
}
