package io.fenlu.ledger.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of worked cases under {@code src/test/resources/cases}. */
final class CaseFiles {
    private CaseFiles() {}

    /** One figure: what is given and what must come out. */
    record Figure(String id, String kind, List<String> given, String expected, String source) {
        @Override
        public String toString() {
            return id + " " + kind + " of " + String.join(" ", given);
        }
    }

    /** One schedule: its terms and loan, and then rows, payments and a pay-off in the order of the file. */
    record Schedule(String id, String title, String source, String terms, String loan, List<Line> lines) {
        @Override
        public String toString() {
            return id + " " + title;
        }
    }

    /** A keyword and its words. */
    record Line(String key, List<String> words) {}

    /** A case that has to wait, and for what. */
    record Waiting(String id, String missing, String source) {}

    static List<String> ids() {
        return lines("ids.txt");
    }

    static List<Figure> figures() {
        return figures("figures.txt");
    }

    static List<Figure> accounts() {
        return figures("accounts.txt");
    }

    private static List<Figure> figures(String file) {
        return lines(file).stream()
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Figure(cells[0], cells[1], List.of(cells[2].split(" ", -1)), cells[3], cells[4]))
                .toList();
    }

    static List<Waiting> waiting() {
        return lines("not-expressible.txt").stream()
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Waiting(cells[0], cells[1], cells[2]))
                .toList();
    }

    static List<Schedule> schedules() {
        return schedules("schedules.txt");
    }

    static List<Schedule> reckoned() {
        return schedules("reckoned.txt");
    }

    private static List<Schedule> schedules(String file) {
        var schedules = new ArrayList<Schedule>();
        var lines = lines(file);
        for (int k = 0; k < lines.size(); ) {
            var title = rest(lines.get(k++), "case").split(" ", 2);
            var source = rest(lines.get(k++), "source");
            if (lines.get(k).startsWith("note: ")) {
                k++;
            }
            var terms = rest(lines.get(k++), "terms");
            var loan = rest(lines.get(k++), "loan");
            var body = new ArrayList<Line>();
            while (k < lines.size() && !lines.get(k).startsWith("case: ")) {
                var parts = lines.get(k++).split(": ", 2);
                body.add(new Line(parts[0], List.of(parts[1].split(" ", -1))));
            }
            schedules.add(new Schedule(title[0], title[1], source, terms, loan, body));
        }
        return schedules;
    }

    private static String rest(String line, String key) {
        if (!line.startsWith(key + ": ")) {
            throw new IllegalStateException("a line “" + key + ": …” was expected, not “" + line + "”");
        }
        return line.substring(key.length() + 2);
    }

    private static List<String> lines(String file) {
        try (var in = CaseFiles.class.getResourceAsStream("/cases/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no such table: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
