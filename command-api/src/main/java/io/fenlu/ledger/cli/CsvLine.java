package io.fenlu.ledger.cli;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The fields of one line of comma-separated values. */
final class CsvLine {
    private static final ObjectReader FIELDS =
            new CsvMapper().readerForListOf(String.class).with(CsvReadFeature.WRAP_AS_ARRAY);

    private CsvLine() {}

    static List<String> fields(String line) throws RowRefused {
        if (hasOpenQuote(line)) {
            throw new RowRefused("a quotation mark is not closed");
        }
        try (var rows = FIELDS.<List<String>>readValues(line)) {
            if (!rows.hasNextValue()) {
                throw new RowRefused("the line is empty");
            }
            var fields = rows.nextValue();
            if (rows.hasNextValue()) {
                throw new RowRefused("the line holds more than one row");
            }
            return fields;
        } catch (JacksonException broken) {
            throw new RowRefused("the line is not comma-separated values: " + reason(broken));
        }
    }

    /** A quoted field ends with a mark that is not doubled; an odd number of marks leaves one open. */
    private static boolean hasOpenQuote(String line) {
        return line.chars().filter(each -> each == '"').count() % 2 != 0;
    }

    private static String reason(JacksonException broken) {
        var message = String.valueOf(broken.getOriginalMessage());
        return message.lines().findFirst().orElse("unreadable");
    }
}
