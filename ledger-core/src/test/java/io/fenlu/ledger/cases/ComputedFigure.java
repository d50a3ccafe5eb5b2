package io.fenlu.ledger.cases;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.disclosure.AnnualisedCost;
import io.fenlu.ledger.disclosure.CashFlow;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.Amortisation;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.Periods;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Computes each kind of worked figure; the answer is written as the table writes it. */
final class ComputedFigure {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final MathContext WORKING = new MathContext(34, RoundingMode.HALF_EVEN);

    private ComputedFigure() {}

    static String of(CaseFiles.Figure figure) {
        var given = figure.given();
        return switch (figure.kind()) {
            case "rate-factors" -> rateFactors(given);
            case "interest" -> interest(given);
            case "annual-rate" ->
                percent(Rate.daily(given.get(0)).annual(DayCount.valueOf(given.get(1))), figure.expected());
            case "instalment" -> instalment(given, figure.expected().contains(" "));
            case "split" -> split(given);
            case "equal-principal" -> equalPrincipal(given, figure.expected());
            case "equal-principal-unrounded" -> equalPrincipalUnrounded(given);
            case "nominal-rate" ->
                rounded(AnnualisedCost.nominalIrr(flows(given)).orElseThrow(), 2);
            case "effective-months" -> effectiveMonths(given);
            case "effective-rate" -> effectiveRate(given);
            default -> TermsFigure.of(figure);
        };
    }

    private static InterestRule rule(Rate rate, DayCount dayCount, Rounding rounding) {
        return new InterestRule(rate, dayCount, Frequency.MONTHLY, new InterestRounding.EachPeriod(rounding));
    }

    private static String rateFactors(List<String> given) {
        var interest = rule(Rate.annual(given.get(0)), DayCount.valueOf(given.get(1)), Rounding.HALF_EVEN);
        var factors = new ArrayList<String>();
        for (int k = 2; k + 1 < given.size(); k++) {
            var period = Period.of(LocalDate.parse(given.get(k)), LocalDate.parse(given.get(k + 1)));
            factors.add(rounded(interest.factor(period), 12));
        }
        return String.join(" ", factors);
    }

    private static String interest(List<String> given) {
        var rate = new Rate(new BigDecimal(given.get(1)), Rate.Per.valueOf(given.get(2)));
        var span = new DateSpan(START, START.plusDays(Long.parseLong(given.get(3))));
        var mode = Rounding.valueOf(given.get(4));
        return rule(rate, DayCount.ACT_365F, mode)
                .over(span, span, Money.of(given.get(0), Currency.CNY))
                .round(mode)
                .amount();
    }

    private static String instalment(List<String> given, boolean all) {
        var exact = Annuity.instalment(
                principal(given),
                Periods.of(START, null, Frequency.MONTHLY, count(given)),
                rule(rate(given), DayCount.EQUAL_PERIODS, Rounding.HALF_UP));
        var one = exact.round(Rounding.HALF_UP).amount();
        return all
                ? one + " "
                        + exact.times(count(given), 1).round(Rounding.HALF_UP).amount()
                : one;
    }

    private static String split(List<String> given) {
        var rows = schedule(
                given, new RepaymentPlan.EqualInstalment(RoundingRule.of(Rounding.HALF_UP), RemainderHolder.LAST));
        return rows.getFirst().total().amount() + " "
                + rows.stream()
                        .limit(2)
                        .map(row ->
                                row.interest().amount() + " " + row.principal().amount())
                        .collect(Collectors.joining(" "));
    }

    /** Answers the questions that the table asks, in its own words. */
    private static String equalPrincipal(List<String> given, String asked) {
        var rows = schedule(
                List.of(given.get(0), given.get(1), given.get(2), "YEAR", given.get(3)),
                new RepaymentPlan.EqualPrincipal(RoundingRule.of(Rounding.HALF_UP), RemainderHolder.LAST));
        var answers = new ArrayList<String>();
        for (var question : asked.split("; ", -1)) {
            var words = question.split(" ", -1);
            if (!words[0].equals("row")) {
                answers.add("interest " + interest(rows, principal(given)));
                continue;
            }
            var row = rows.get(Integer.parseInt(words[1]) - 1);
            var answer = new StringBuilder("row " + words[1]);
            for (int k = 2; k < words.length; k += 2) {
                var amount = switch (words[k]) {
                    case "due" -> row.total();
                    case "principal" -> row.principal();
                    default -> row.interest();
                };
                answer.append(' ').append(words[k]).append(' ').append(amount.amount());
            }
            answers.add(answer.toString());
        }
        return String.join("; ", answers);
    }

    private static String equalPrincipalUnrounded(List<String> given) {
        var count = Integer.parseInt(given.get(3));
        var monthly = Rate.annual(given.get(2)).value();
        var part = principal(given).exact().times(1, count);
        var lastInterest = part.times(monthly).times(1, 12);
        var last = part.plus(lastInterest).round(Rounding.HALF_UP);
        var all = lastInterest.times(count * (count + 1L), 2).round(Rounding.HALF_UP);
        return last.amount() + " " + all.amount();
    }

    private static String interest(List<Instalment> rows, Money principal) {
        return Money.sum(
                        principal.currency(),
                        rows.stream().map(Instalment::interest).toList())
                .amount();
    }

    private static List<Instalment> schedule(List<String> given, RepaymentPlan plan) {
        var interest = new InterestRule(
                rate(given), DayCount.EQUAL_PERIODS, Frequency.MONTHLY, new InterestRounding.Carried(Rounding.HALF_UP));
        return new Amortisation(interest, plan)
                .spread(principal(given), Periods.of(START, null, Frequency.MONTHLY, count(given)));
    }

    private static Money principal(List<String> given) {
        return Money.of(given.get(0), Currency.of(given.get(1)));
    }

    private static Rate rate(List<String> given) {
        return new Rate(new BigDecimal(given.get(2)), Rate.Per.valueOf(given.get(3)));
    }

    private static int count(List<String> given) {
        return Integer.parseInt(given.get(4));
    }

    private static List<CashFlow> flows(List<String> given) {
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(START, Money.of(given.get(0), Currency.CNY)));
        for (var run : given.subList(1, given.size())) {
            var parts = run.split("x", -1);
            for (int k = 0; k < Integer.parseInt(parts[0]); k++) {
                var on = START.plusMonths(flows.size());
                flows.add(new CashFlow(on, Money.of(parts[1], Currency.CNY).negated()));
            }
        }
        return flows;
    }

    private static String effectiveMonths(List<String> given) {
        var monthly = AnnualisedCost.nominalIrr(flows(given)).orElseThrow().divide(BigDecimal.valueOf(1200), WORKING);
        var yearly = monthly.add(BigDecimal.ONE).pow(12, WORKING).subtract(BigDecimal.ONE);
        return rounded(yearly.movePointRight(2), 2);
    }

    private static String effectiveRate(List<String> given) {
        var flows = List.of(
                new CashFlow(START, Money.of(given.get(0), Currency.CNY)),
                new CashFlow(
                        START.plusDays(Long.parseLong(given.get(1))),
                        Money.of(given.get(2), Currency.CNY).negated()));
        return rounded(AnnualisedCost.effectiveIrr(flows).orElseThrow(), 1);
    }

    /** A fraction as a percentage with as many decimals as the table prints. */
    private static String percent(BigDecimal fraction, String printed) {
        return rounded(fraction.movePointRight(2), new BigDecimal(printed).scale());
    }

    private static String rounded(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }
}
