package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a loan costs if everybody keeps to the schedule (正常履约下的综合融资成本), to be said by any named method.
 *
 * @param principal that was lent
 * @param atPayout charges that the borrower pays on the day the money is paid out
 * @param rows with all charges that fall due with them
 * @param frequency of the instalments
 */
public record LoanCost(
        Money principal, LocalDate paidOutOn, Money atPayout, List<Instalment> rows, Frequency frequency) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public LoanCost {
        rows = List.copyOf(rows);
    }

    /** All interest and charges. */
    public Money total() {
        var total = atPayout;
        for (var row : rows) {
            total = total.plus(row.interest()).plus(row.charges());
        }
        return total;
    }

    /** The annualised cost in per cent with four decimals; nothing where the method does not fit the loan. */
    public Optional<BigDecimal> by(CostMethod method) {
        return switch (method) {
            case PBOC_SIMPLE -> simple();
            case PBOC_IRR -> AnnualisedCost.periodicIrr(flows(), frequency.nominalUnder(), frequency.nominalOver());
            case REG_Z_ACTUARIAL ->
                RegulationZ.annualPercentageRate(
                        flows(), UnitPeriod.mostFrequent(flows()).orElse(UnitPeriod.of(frequency)));
            case EU_BY_DAYS -> EffectiveRate.of(flows(), TimeMeasure.DAYS_365);
            case EU_BY_MONTHS -> EffectiveRate.of(flows(), TimeMeasure.MONTHS);
            case UK_EFFECTIVE -> EffectiveRate.of(flows(), TimeMeasure.DAYS_365_25);
            case FEE_SPREAD -> feeSpread();
        };
    }

    /** Money as the borrower sees it: what is received less what is paid at once, then the instalments. */
    public List<CashFlow> flows() {
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(paidOutOn, principal.minus(atPayout)));
        for (var row : rows) {
            flows.add(new CashFlow(row.dueOn(), row.total().negated()));
        }
        return flows;
    }

    private Optional<BigDecimal> simple() {
        var used = BigDecimal.ZERO;
        for (var row : rows) {
            var owed = row.balance().plus(row.principal());
            used = used.add(BigDecimal.valueOf(owed.minor())
                    .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(row.from(), row.dueOn()))));
        }
        return used.signum() == 0
                ? Optional.empty()
                : Optional.of(Discounting.percent(BigDecimal.valueOf(total().minor())
                        .multiply(BigDecimal.valueOf(365))
                        .divide(used, Discounting.WORKING)));
    }

    /** Interest as the simple rate has it, and charges over principal per year of the term. */
    private Optional<BigDecimal> feeSpread() {
        if (rows.isEmpty() || !principal.isPositive()) {
            return Optional.empty();
        }
        var charges = atPayout;
        for (var row : rows) {
            charges = charges.plus(row.charges());
        }
        var free = rows.stream()
                .map(row -> new Instalment(
                        row.number(), row.from(), row.dueOn(), row.principal(), row.interest(), row.balance()))
                .toList();
        var fee = percentOfPrincipal(charges);
        return new LoanCost(principal, paidOutOn, atPayout.zero(), free, frequency)
                .simple()
                .map(interest -> interest.add(AnnualisedCost.spread(fee, frequency, rows.size())));
    }

    private BigDecimal percentOfPrincipal(Money part) {
        return BigDecimal.valueOf(part.minor())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(principal.minor()), Discounting.WORKING)
                .setScale(8, RoundingMode.HALF_UP);
    }
}
