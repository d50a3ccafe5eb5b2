package io.fenlu.ledger.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's table of worked cases, as the core's own tests read it. */
final class CaseTables {
    private static final Path FOLDER = Path.of("..", "ledger-core", "src", "test", "resources", "cases");

    private CaseTables() {}

    /** One figure: what is given and what must come out. */
    record Figure(String id, String kind, List<String> given, String expected) {
        @Override
        public String toString() {
            return id + " " + kind + " of " + String.join(" ", given);
        }
    }

    /** One schedule: its terms and loan, and then rows and events in the order of the file. */
    record Sheet(String id, String title, List<String> terms, List<String> loan, List<Line> lines) {
        @Override
        public String toString() {
            return id + " " + title;
        }
    }

    /** A keyword and its words. */
    record Line(String key, List<String> words) {}

    static List<Figure> figures() {
        return lines("figures.txt").stream()
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Figure(cells[0], cells[1], List.of(cells[2].split(" ", -1)), cells[3]))
                .toList();
    }

    /** Sheets of {@code schedules.txt} or {@code reckoned.txt}. */
    static List<Sheet> sheets(String file) {
        var sheets = new ArrayList<Sheet>();
        for (var block : String.join("\n", lines(file)).split("(?m)^case: ", -1)) {
            if (block.isBlank()) {
                continue;
            }
            var title = block.substring(0, block.indexOf('\n')).split(" ", 2);
            var terms = List.<String>of();
            var loan = List.<String>of();
            var body = new ArrayList<Line>();
            for (var line : block.substring(block.indexOf('\n') + 1).strip().split("\n", -1)) {
                var parts = line.split(": ", 2);
                switch (parts[0]) {
                    case "source", "note" -> {}
                    case "terms" -> terms = List.of(parts[1].split(" \\| ", -1));
                    case "loan" -> loan = List.of(parts[1].split(" ", -1));
                    default -> body.add(new Line(parts[0], List.of(parts[1].split(" ", -1))));
                }
            }
            sheets.add(new Sheet(title[0], title[1], terms, loan, body));
        }
        return sheets;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
