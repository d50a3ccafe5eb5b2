package io.fenlu.ledger.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.rehearsal.CaseTables.Line;
import io.fenlu.ledger.rehearsal.CaseTables.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every worked schedule comes out of the files to the cent, so that nothing works from Java alone. */
class SchedulesOnPaperTest {
    static Stream<Sheet> sheets() {
        return Stream.of("schedules.txt", "reckoned.txt").flatMap(file -> CaseTables.sheets(file).stream());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void every_row_is_met_to_the_cent(Sheet sheet) {
        var rows = new ArrayList<Line>();
        for (int k = 0; k <= sheet.lines().size(); k++) {
            var line = k == sheet.lines().size() ? null : sheet.lines().get(k);
            if (line != null && line.key().equals("row")) {
                rows.add(line);
                continue;
            }
            if (!rows.isEmpty()) {
                var happened = sheet.lines().subList(0, k);
                var answer = paper(sheet, happened).answer(look(happened));
                assertThat(shown(answer))
                        .as("%s", sheet)
                        .isEqualTo(rows.stream().map(Line::words).toList());
                rows.clear();
            }
            if (line != null && line.key().equals("payoff")) {
                payOff(sheet, k, line.words());
            }
        }
    }

    private static void payOff(Sheet sheet, int place, List<String> words) {
        var before = paper(sheet, sheet.lines().subList(0, place)).answer(LocalDate.parse(words.get(0)));
        var balances = before.get("balances");
        assertThat(balances.get("principal").asString()).isEqualTo(words.get(1));
        assertThat(balances.get("payoff").asString()).isEqualTo(words.get(3));
        var after = paper(sheet, sheet.lines().subList(0, place))
                .event("pay-off", words.get(0))
                .answer(null);
        assertThat(after.get("status").asString()).isEqualTo("settled");
        var sums = after.get("allocations")
                .get(after.get("allocations").size() - 1)
                .get("sums");
        assertThat(sums.get("principal").asString()).isEqualTo(words.get(1));
        assertThat(sums.get("interest").asString()).isEqualTo(words.get(2));
        assertThat(after.get("totals").get("principal").asString())
                .isEqualTo(after.get("loan").get("principal").asString());
    }

    private static List<List<String>> shown(JsonNode answer) {
        var shown = new ArrayList<List<String>>();
        for (var row : answer.get("schedule")) {
            shown.add(Stream.of("number", "due_on", "principal", "interest", "due", "balance")
                    .map(name -> row.get(name).asString())
                    .toList());
        }
        return shown;
    }

    private static @Nullable LocalDate look(List<Line> happened) {
        return happened.stream()
                .filter(line -> line.key().equals("look"))
                .map(line -> LocalDate.parse(line.words().getFirst()))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Papers paper(Sheet sheet, List<Line> happened) {
        var draws = happened.stream().filter(line -> line.key().equals("draw")).toList();
        var words = sheet.loan();
        Papers paper;
        if (draws.isEmpty()) {
            paper = Papers.loan("CNY " + words.get(0), words.get(3))
                    .rate(words.get(1), "year")
                    .with("instalments", Integer.parseInt(words.get(2)));
        } else {
            var whole = draws.size() == 1 ? draws.getFirst().words().get(1) : "200.00";
            paper = Papers.loan("CNY " + whole, words.get(1))
                    .rate(words.get(0), "year")
                    .with("due_dates", words.subList(2, words.size()));
        }
        agree(paper, sheet.terms());
        for (var line : happened) {
            live(paper, line, draws.size() > 1);
        }
        return paper;
    }

    private static void live(Papers paper, Line line, boolean drawnInParts) {
        var words = line.words();
        switch (line.key()) {
            case "pay" -> paper.event("repayment", words.get(0), "amount", words.get(1));
            case "rate" ->
                paper.event("rate-change", words.get(0), "rate", Map.of("value", words.get(1), "per", "year"));
            case "pause" -> paper.event("pause", words.get(0), "to", words.get(1));
            case "draw" -> {
                if (drawnInParts) {
                    paper.event("draw", words.get(0), "amount", words.get(1));
                }
            }
            default -> {}
        }
    }

    private static void agree(Papers paper, List<String> cells) {
        var rounding = cells.get(2).split(" ", -1);
        var every = cells.get(3).split(" ", -1);
        paper.rule("plan", plan(cells.get(0).split(" ", -1)))
                .rule("day_count", Papers.kebab(cells.get(1)))
                .rule("interest_rounding", Map.of("kind", rounding[0], "rounding", Papers.kebab(rounding[1])))
                .rule("frequency", Map.of("every", Integer.parseInt(every[0]), "unit", Papers.kebab(every[1])));
        for (var cell : cells.subList(4, cells.size())) {
            switch (cell) {
                case "last-day-counts" -> paper.condition("days", cell);
                case "overdue-bears-interest" -> paper.condition("late", Map.of("contract_interest", "goes-on"));
                default -> paper.rule("prepayment", Papers.kebab(cell));
            }
        }
    }

    private static Map<String, Object> plan(String[] words) {
        var plan = new LinkedHashMap<String, Object>();
        plan.put("kind", words[0].replace("-evened", "").replace("-by-first", ""));
        if (words[0].equals("interest-then-principal")) {
            return plan;
        }
        var rule = Papers.rounding(words[1], Integer.parseInt(words[2]));
        plan.put(words[0].equals("equal-principal") ? "principal" : "instalment", rule);
        plan.put("remainder", words[0].endsWith("-evened") ? "evened" : "last");
        if (words[0].endsWith("-by-first")) {
            plan.put("factors", "first-period");
        }
        if (words[0].equals("flat-interest")) {
            plan.put("interest", Papers.kebab(words[3]));
        }
        return plan;
    }
}
