package io.fenlu.ledger.cases;

import io.fenlu.ledger.calendar.BusinessDays;
import io.fenlu.ledger.calendar.DueDateRule;
import io.fenlu.ledger.calendar.FirstDue;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.MonthEnd;
import io.fenlu.ledger.classification.ArrearsHistory;
import io.fenlu.ledger.classification.BureauAccount;
import io.fenlu.ledger.classification.BureauCode;
import io.fenlu.ledger.classification.Healing;
import io.fenlu.ledger.classification.Obligation;
import io.fenlu.ledger.classification.RulePack;
import io.fenlu.ledger.disclosure.AnnualisedCost;
import io.fenlu.ledger.disclosure.CashFlow;
import io.fenlu.ledger.disclosure.EffectiveRate;
import io.fenlu.ledger.disclosure.RegulationZ;
import io.fenlu.ledger.disclosure.TimeMeasure;
import io.fenlu.ledger.disclosure.UnitPeriod;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.Amortisation;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes worked figures of fees, annualised cost and classification; the answer is written as the table writes it. */
final class TermsFigure {
    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final Money HUNDRED = Money.of("100.00", Currency.CNY);

    private TermsFigure() {}

    static String of(CaseFiles.Figure figure) {
        var given = figure.given();
        return switch (figure.kind()) {
            case "fee" -> fee(given);
            case "fee-spread" ->
                AnnualisedCost.spread(new BigDecimal(given.get(1)), Frequency.MONTHLY, Integer.parseInt(given.get(2)))
                        .add(new BigDecimal(given.get(0)))
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .toPlainString();
            case "first-of-month-days" -> firstOfMonth(LocalDate.parse(given.get(0)));
            case "reg-z" -> regulationZ(given);
            case "effective" -> effective(given);
            case "years" ->
                rounded(
                        TimeMeasure.valueOf(given.get(0))
                                .years(LocalDate.parse(given.get(1)), LocalDate.parse(given.get(2))),
                        14);
            case "uk" -> british(given);
            case "flat-fee" -> flatFee(given);
            case "month-code-late" -> monthCodeLate(Integer.parseInt(given.get(0)));
            case "month-code" -> monthCode(given.get(0));
            case "class" -> riskClass(given.get(0), Integer.parseInt(given.get(1)));
            default -> throw new IllegalStateException("no such kind: " + figure.kind());
        };
    }

    private static String fee(List<String> given) {
        var rule = new ChargeRule(
                "fee",
                "lender",
                new ChargeRule.Amount.PartOfPrincipal(
                        Fraction.of(given.get(1)), RoundingRule.of(Rounding.valueOf(given.get(2)))),
                ChargeRule.When.AT_PAYOUT);
        var amount = yuan(given.get(0));
        return rule.once(amount, amount).amount();
    }

    private static String firstOfMonth(LocalDate start) {
        var rule = new DueDateRule(new FirstDue.DayOfMonth(1, 1), MonthEnd.SAME_DAY, BusinessDays.ANY_DAY);
        return Long.toString(rule.periods(start, null, Frequency.MONTHLY, 1)
                .getFirst()
                .whole()
                .days());
    }

    private static String regulationZ(List<String> given) {
        var unit = new UnitPeriod(Integer.parseInt(given.get(0)), UnitPeriod.Unit.valueOf(given.get(1)));
        var rate = RegulationZ.annualPercentageRate(
                flows(given.get(2), given.get(3), given.subList(4, given.size()), unit), unit);
        return rounded(rate.orElseThrow(), 2);
    }

    private static String effective(List<String> given) {
        var flows = flows(given.get(1), given.get(2), given.subList(4, given.size()), UnitPeriod.MONTH);
        var rate = EffectiveRate.of(flows, TimeMeasure.valueOf(given.get(0)));
        return rounded(rate.orElseThrow(), Integer.parseInt(given.get(3)));
    }

    private static List<CashFlow> flows(String on, String advance, List<String> runs, UnitPeriod unit) {
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(LocalDate.parse(on), yuan(advance)));
        for (var run : runs) {
            var parts = run.split("[x@]", -1);
            var first = LocalDate.parse(parts[2]);
            for (int k = 0; k < Integer.parseInt(parts[0]); k++) {
                flows.add(new CashFlow(after(first, k, unit), yuan(parts[1]).negated()));
            }
        }
        return flows;
    }

    private static LocalDate after(LocalDate first, int count, UnitPeriod unit) {
        var steps = (long) unit.every() * count;
        return switch (unit.unit()) {
            case DAY -> first.plusDays(steps);
            case WEEK -> first.plusWeeks(steps);
            case HALF_MONTH -> first.plusMonths(steps / 2).plusDays(steps % 2 * 15);
            case MONTH -> first.plusMonths(steps);
            case YEAR -> first.plusYears(steps);
        };
    }

    private static String british(List<String> given) {
        var start = LocalDate.of(2023, 1, 1);
        var flows = List.of(
                new CashFlow(start, yuan(given.get(0))),
                new CashFlow(
                        start.plusDays(Long.parseLong(given.get(2))),
                        yuan(given.get(1)).negated()));
        return rounded(EffectiveRate.of(flows, TimeMeasure.DAYS_365_25).orElseThrow(), 1);
    }

    private static String flatFee(List<String> given) {
        var count = Integer.parseInt(given.get(1));
        var fee = Fraction.of(given.get(2));
        var start = LocalDate.of(2024, 1, 10);
        var rule = new InterestRule(
                Rate.annual("0"),
                DayCount.EQUAL_PERIODS,
                Frequency.MONTHLY,
                new InterestRounding.EachPeriod(Rounding.HALF_EVEN));
        var rows = new Amortisation(rule, new RepaymentPlan.FlatFee(fee, Rounding.HALF_EVEN, RemainderHolder.FIRST))
                .spread(yuan(given.get(0)), DueDateRule.PLAIN.periods(start, null, Frequency.MONTHLY, count));
        var fees =
                Money.sum(Currency.CNY, rows.stream().map(row -> row.charges()).toList());
        return rows.getLast().total().amount() + " " + fees.amount() + " "
                + rounded(
                        AnnualisedCost.ofFlatFee(fee, Frequency.MONTHLY, count).orElseThrow(), 1);
    }

    private static String monthCodeLate(int daysPastDue) {
        var due = MARCH.atEndOfMonth().minusDays(daysPastDue);
        var history = new ArrearsHistory(List.of(new Obligation(1, due, HUNDRED, HUNDRED.zero())), List.of());
        return code(account(null, history));
    }

    private static String monthCode(String what) {
        var paid = new ArrearsHistory(
                List.of(new Obligation(1, MARCH.atDay(10), HUNDRED, HUNDRED.zero())),
                List.of(new Healing(1, HUNDRED, HUNDRED.zero(), MARCH.atDay(20))));
        return switch (what) {
            case "late-but-in-the-month" -> code(account(null, paid));
            case "unknown" -> code(account(null, null));
            case "nothing-due" ->
                code(account(
                        null,
                        new ArrearsHistory(
                                List.of(new Obligation(1, LocalDate.of(2024, 4, 10), HUNDRED, HUNDRED.zero())),
                                List.of())));
            case "not-opened" ->
                code(new BureauAccount(LocalDate.of(2024, 4, 1), BureauAccount.Counting.DAYS, null, paid));
            case "settled" -> code(account(BureauCode.SETTLED, paid));
            case "guarantor" -> code(account(BureauCode.PAID_BY_GUARANTOR, paid));
            case "bad-debt" -> code(account(BureauCode.BAD_DEBT, paid));
            case "otherwise" -> code(account(BureauCode.ENDED_OTHERWISE, paid));
            case "assets" -> code(account(BureauCode.PAID_IN_ASSETS, paid));
            default -> throw new IllegalStateException(what);
        };
    }

    private static BureauAccount account(@Nullable BureauCode ending, @Nullable ArrearsHistory history) {
        var end = ending == null ? null : new BureauAccount.Ending(MARCH.atDay(25), ending);
        return new BureauAccount(LocalDate.of(2023, 1, 1), BureauAccount.Counting.DAYS, end, history);
    }

    private static String code(BureauAccount account) {
        return String.valueOf(account.code(MARCH).orElseThrow().sign());
    }

    private static String riskClass(String pack, int daysPastDue) {
        var rules = pack.equals("cards") ? RulePack.CARDS : RulePack.LOANS;
        var today = LocalDate.of(2024, 6, 30);
        var history = new ArrearsHistory(
                List.of(new Obligation(1, today.minusDays(daysPastDue), HUNDRED, HUNDRED.zero())), List.of());
        return rules.classify(history, today).name();
    }

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    private static String rounded(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }
}
