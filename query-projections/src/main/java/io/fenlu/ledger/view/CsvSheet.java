package io.fenlu.ledger.view;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text as RFC 4180 has them: commas, CRLF, quotes where they are needed.
 *
 * <p>A cell that a spreadsheet would take for a formula, because it begins with {@code = + - @}, a tab or a carriage return, is written
 * with an apostrophe before it.
 */
public final class CsvSheet {
    private final StringBuilder text = new StringBuilder();

    public CsvSheet row(List<String> cells) {
        text.append(cells.stream().map(CsvSheet::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(String content) {
        var harmless = !content.isEmpty() && "=+-@\t\r".indexOf(content.charAt(0)) >= 0 ? "'" + content : content;
        var plain = harmless.chars()
                .noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
