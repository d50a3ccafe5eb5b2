package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.HashedLine;
import java.util.HexFormat;

/**
 * A line of the journal for others: one JSON object on one line, with all that was hashed and the hash.
 *
 * <p>There is exactly one way to write it: these fields in this order, no blank between them, and in texts only the quotation mark, the
 * backslash and control characters escaped. A verifier can therefore hold each byte against what it understood.
 */
public final class ExportLine {
    private static final HexFormat HEX = HexFormat.of();
    private static final HexFormat ESCAPE = HexFormat.of().withUpperCase();

    private final StringBuilder json = new StringBuilder(1_024);

    private ExportLine() {}

    /** The line without its end. */
    public static String of(HashedLine line) {
        var event = line.event().chained();
        return new ExportLine()
                .number("{\"position\":", event.position())
                .number(",\"sequence\":", event.sequence())
                .number(",\"recorded_at_micros\":", event.recordedAtMicros())
                .text(",\"event_id\":", event.eventId())
                .text(",\"name\":", event.name())
                .number(",\"revision\":", event.revision())
                .text(",\"aggregate_type\":", event.aggregateType())
                .text(",\"aggregate_id\":", event.aggregateId())
                .text(",\"metadata\":", event.metadata())
                .text(",\"payload\":", event.payload())
                .text(",\"hash\":", HEX.formatHex(line.hash()))
                .json
                .append('}')
                .toString();
    }

    private ExportLine number(String before, long number) {
        json.append(before).append(number);
        return this;
    }

    private ExportLine text(String before, String text) {
        json.append(before).append('"');
        for (var at = 0; at < text.length(); at++) {
            append(text.charAt(at));
        }
        json.append('"');
        return this;
    }

    private void append(char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ') {
                    json.append("\\u00").append(ESCAPE.toHexDigits((byte) c));
                } else {
                    json.append(c);
                }
            }
        }
    }
}
