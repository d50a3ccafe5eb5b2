package io.fenlu.ledger.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same for figures of fees, annual cost, time and lateness. */
final class TermsFigureOnPaper {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final LocalDate MARCH_ENDS = LocalDate.of(2024, 3, 31);

    private TermsFigureOnPaper() {}

    static String of(CaseTables.Figure figure) {
        var given = figure.given();
        return switch (figure.kind()) {
            case "fee" -> fee(given);
            case "fee-spread" -> feeSpread(given);
            case "first-of-month-days" -> firstOfMonth(given.get(0));
            case "reg-z" ->
                FigureOnPaper.cost(
                        runs(given.get(3), given.get(2), given.subList(4, given.size()), given.get(0), given.get(1)),
                        "reg-z-actuarial",
                        2);
            case "effective" ->
                FigureOnPaper.cost(
                        runs(given.get(2), given.get(1), given.subList(4, given.size()), "1", "MONTH"),
                        given.get(0).equals("MONTHS") ? "eu-by-months" : "eu-by-days",
                        Integer.parseInt(given.get(3)));
            case "years" -> years(given);
            case "uk" ->
                FigureOnPaper.cost(
                        FigureOnPaper.onePayment(amount(given.get(0)), given.get(2), amount(given.get(1))),
                        "uk-effective",
                        1);
            case "flat-fee" -> flatFee(given);
            case "month-code-late" ->
                code(once(MARCH_ENDS.minusDays(Long.parseLong(given.get(0))).toString()), MARCH_ENDS);
            case "month-code" -> monthCode(given.get(0));
            case "class" -> riskClass(given.get(0), Integer.parseInt(given.get(1)));
            default -> throw new IllegalStateException("no such kind: " + figure.kind());
        };
    }

    private static String amount(String text) {
        return text.contains(".") ? text : text + ".00";
    }

    private static Map<String, Object> charge(String part, String mode) {
        return Map.of(
                "code", "fee",
                "payee", "lender",
                "amount", Map.of("kind", "part-of-principal", "part", part, "rounding", Papers.rounding(mode, 1)),
                "when", "at-payout");
    }

    private static String fee(List<String> given) {
        var items = Papers.loan("CNY " + given.get(0), START)
                .rate("0", "year")
                .with("instalments", 1)
                .condition("charges", List.of(charge(given.get(1), given.get(2))))
                .answer(null)
                .get("cost_table")
                .get("items");
        return items.get(1).get("amount").asString();
    }

    private static String feeSpread(List<String> given) {
        var paper = Papers.loan("CNY 10000.00", START)
                .rate("0." + (given.get(0).length() == 1 ? "0" : "") + given.get(0), "year")
                .with("instalments", Integer.parseInt(given.get(2)))
                .rule("plan", Map.of("kind", "interest-then-principal"))
                .rule("day_count", "act-365f")
                .condition("charges", List.of(charge("0.0" + given.get(1), "HALF_UP")));
        return FigureOnPaper.cost(paper, "fee-spread", 0);
    }

    private static String firstOfMonth(String start) {
        return Papers.loan("CNY 100.00", start)
                .rate("0.12", "year")
                .with("instalments", 1)
                .condition("due_dates", Map.of("first", Map.of("kind", "day-of-month", "day", 1, "least_days", 1)))
                .answer(null)
                .get("schedule")
                .get(0)
                .get("days")
                .asString();
    }

    private static Papers runs(String received, String on, List<String> runs, String every, String unit) {
        var interval = Map.of("every", Integer.parseInt(every), "unit", Papers.kebab(unit));
        var payments = new ArrayList<Map<String, Object>>();
        for (var run : runs) {
            var parts = run.split("[x@]", -1);
            payments.add(Map.of(
                    "count", Integer.parseInt(parts[0]), "amount", parts[1], "first", parts[2], "every", interval));
        }
        return Papers.loan("CNY " + received, on).with("payments", payments).with("unit_period", interval);
    }

    private static String years(List<String> given) {
        var measure = Papers.kebab(given.get(0));
        return Papers.loan("CNY 100.00", given.get(1))
                .with("payments", List.of(Map.of("count", 1, "amount", "110.00", "first", given.get(2))))
                .answer(null)
                .get("payments")
                .get(0)
                .get("years")
                .get(measure)
                .asString();
    }

    private static String flatFee(List<String> given) {
        var answer = Papers.loan("CNY " + given.get(0), "2024-01-10")
                .with("instalments", Integer.parseInt(given.get(1)))
                .rule(
                        "plan",
                        Map.of("kind", "flat-fee", "fee", given.get(2), "total", "half-even", "remainder", "first"))
                .answer(null);
        var rows = answer.get("schedule");
        return rows.get(rows.size() - 1).get("due").asString() + " "
                + answer.get("totals").get("fees").asString() + " "
                + FigureOnPaper.cost(answer, "flat-fee-unrounded", 1);
    }

    private static Papers once(String... due) {
        return Papers.loan("CNY 100.00", START).rate("0", "year").with("due_dates", List.of(due));
    }

    private static String code(Papers paper, @Nullable LocalDate asOf) {
        return paper.answer(asOf).get("classification").get("month_code").asString();
    }

    private static String monthCode(String what) {
        return switch (what) {
            case "late-but-in-the-month" ->
                code(once("2024-03-10", "2024-04-10").event("repayment", "2024-03-20", "amount", "50.00"), MARCH_ENDS);
            case "nothing-due" -> code(once("2024-04-10"), MARCH_ENDS);
            case "not-opened" ->
                code(Papers.loan("CNY 100.00", "2024-04-01").rate("0", "year").with("instalments", 1), MARCH_ENDS);
            case "settled" -> code(once("2024-03-10").event("pay-off", "2024-03-25"), MARCH_ENDS);
            case "guarantor" ->
                code(once("2024-03-10").event("guarantor-payment", "2024-03-25", "amount", "100.00"), MARCH_ENDS);
            case "bad-debt" -> code(once("2024-03-10").event("charge-off", "2024-03-25"), MARCH_ENDS);
            case "otherwise" -> code(once("2024-03-10").event("sale", "2024-03-25", "price", "10.00"), MARCH_ENDS);
            case "assets" ->
                code(once("2024-03-10").event("collateral-payment", "2024-03-25", "amount", "100.00"), MARCH_ENDS);
            default -> throw new IllegalStateException(what);
        };
    }

    private static String riskClass(String pack, int daysPastDue) {
        var today = LocalDate.of(2024, 6, 30);
        var due = today.minusDays(daysPastDue);
        var answer = Papers.loan("CNY 100.00", due.minusDays(31))
                .rate("0", "year")
                .with("due_dates", List.of(due.toString()))
                .answer(today);
        return answer.get("classification")
                .get(pack)
                .asString()
                .toUpperCase(java.util.Locale.ROOT)
                .replace('-', '_');
    }
}
