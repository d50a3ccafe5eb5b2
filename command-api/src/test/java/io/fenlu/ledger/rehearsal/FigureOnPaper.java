package io.fenlu.ledger.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes a file for a worked figure, and reads the figure off the answer in the words of the table. */
final class FigureOnPaper {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    private FigureOnPaper() {}

    static String of(CaseTables.Figure figure) {
        var given = figure.given();
        return switch (figure.kind()) {
            case "rate-factors" -> factors(given);
            case "interest" -> interest(given);
            case "annual-rate" -> annualRate(given, figure.expected());
            case "instalment" -> instalment(given, figure.expected().contains(" "));
            case "split" -> split(given);
            case "equal-principal" -> equalPrincipal(given, figure.expected());
            case "nominal-rate" -> cost(payments(given), "pboc-irr", 2);
            case "effective-months" -> cost(payments(given), "eu-by-months", 2);
            case "effective-rate" -> cost(onePayment(given.get(0), given.get(1), given.get(2)), "eu-by-days", 1);
            default -> TermsFigureOnPaper.of(figure);
        };
    }

    static String rounded(String value, int scale) {
        return new BigDecimal(value).setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    static String cost(Papers paper, String method, int scale) {
        return cost(paper.answer(null), method, scale);
    }

    static String cost(JsonNode answer, String method, int scale) {
        for (var cost : answer.get("annual_costs")) {
            if (cost.get("method").asString().equals(method)) {
                return rounded(cost.get("percent").asString(), scale);
            }
        }
        throw new AssertionError("no " + method + " in " + answer.get("annual_costs"));
    }

    static Papers onePayment(String received, String days, String paid) {
        var on = START.plusDays(Long.parseLong(days)).toString();
        return Papers.loan("CNY " + received, START)
                .with("payments", List.of(Map.of("count", 1, "amount", paid, "first", on)));
    }

    private static String factors(List<String> given) {
        var answer = Papers.loan("CNY 100.00", given.get(2))
                .rate(given.get(0), "year")
                .with("due_dates", given.subList(3, given.size()))
                .rule("day_count", Papers.kebab(given.get(1)))
                .answer(null);
        var factors = new ArrayList<String>();
        answer.get("schedule").forEach(row -> factors.add(row.get("factor").asString()));
        return String.join(" ", factors);
    }

    private static String interest(List<String> given) {
        var due = START.plusDays(Long.parseLong(given.get(3))).toString();
        return Papers.loan("CNY " + given.get(0), START)
                .rate(given.get(1), given.get(2))
                .with("due_dates", List.of(due))
                .rule("plan", Map.of("kind", "interest-then-principal"))
                .rule("day_count", "act-365f")
                .rule("interest_rounding", Map.of("kind", "each-period", "rounding", Papers.kebab(given.get(4))))
                .answer(null)
                .get("schedule")
                .get(0)
                .get("interest")
                .asString();
    }

    private static String annualRate(List<String> given, String expected) {
        var answer = Papers.loan("CNY 100.00", START)
                .rate(given.get(0), "day")
                .with("instalments", 1)
                .rule("day_count", Papers.kebab(given.get(1)))
                .answer(null);
        return rounded(answer.get("loan").get("annual_percent").asString(), new BigDecimal(expected).scale());
    }

    private static Papers monthly(List<String> given) {
        return Papers.loan(given.get(1) + " " + given.get(0), START)
                .rate(given.get(2), given.get(3))
                .with("instalments", Integer.parseInt(given.get(4)))
                .rule("interest_rounding", Map.of("kind", "carried", "rounding", "half-up"));
    }

    private static String instalment(List<String> given, boolean all) {
        var answer = monthly(given).answer(null);
        var one = answer.get("schedule").get(0).get("due").asString();
        var exact =
                new BigDecimal(answer.get("loan").get("unrounded_instalment").asString());
        return all
                ? one + " "
                        + rounded(exact.multiply(new BigDecimal(given.get(4))).toPlainString(), 2)
                : one;
    }

    private static String split(List<String> given) {
        var rows = monthly(given).answer(null).get("schedule");
        return String.join(
                " ",
                rows.get(0).get("due").asString(),
                rows.get(0).get("interest").asString(),
                rows.get(0).get("principal").asString(),
                rows.get(1).get("interest").asString(),
                rows.get(1).get("principal").asString());
    }

    /** Answers the questions that the table asks, in its own words. */
    private static String equalPrincipal(List<String> given, String asked) {
        var rows = monthly(List.of(given.get(0), given.get(1), given.get(2), "YEAR", given.get(3)))
                .rule(
                        "plan",
                        Map.of(
                                "kind", "equal-principal",
                                "principal", Papers.rounding("HALF_UP", 1),
                                "remainder", "last"))
                .answer(null)
                .get("schedule");
        var answers = new ArrayList<String>();
        for (var question : asked.split("; ", -1)) {
            var words = question.split(" ", -1);
            var row = rows.get(Integer.parseInt(words[1]) - 1);
            var answer = new StringBuilder("row " + words[1]);
            for (int k = 2; k < words.length; k += 2) {
                answer.append(' ')
                        .append(words[k])
                        .append(' ')
                        .append(row.get(words[k]).asString());
            }
            answers.add(answer.toString());
        }
        return String.join("; ", answers);
    }

    private static Papers payments(List<String> given) {
        var runs = new ArrayList<Map<String, Object>>();
        var paid = 0;
        for (var run : given.subList(1, given.size())) {
            var parts = run.split("x", -1);
            runs.add(Map.of(
                    "count", Integer.parseInt(parts[0]),
                    "amount", parts[1],
                    "first", START.plusMonths(paid + 1L).toString(),
                    "every", Map.of("every", 1, "unit", "month")));
            paid += Integer.parseInt(parts[0]);
        }
        return Papers.loan("CNY " + given.get(0), START).with("payments", runs);
    }
}
