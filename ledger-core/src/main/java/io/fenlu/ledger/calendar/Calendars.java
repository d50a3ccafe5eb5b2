package io.fenlu.ledger.calendar;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The calendars that come with the ledger; others are read from a file of the same form. */
public final class Calendars {
    /** Mainland China (中国大陆), after the yearly notices of the State Council; its file names them. */
    public static final BusinessCalendar CN = published("CN", "cn.csv");

    private static final List<BusinessCalendar> ALL = List.of(CN, BusinessCalendar.WEEKENDS);

    private Calendars() {}

    public static Optional<BusinessCalendar> find(String code) {
        return ALL.stream().filter(calendar -> calendar.code().equals(code)).findFirst();
    }

    /**
     * A calendar at an edition.
     *
     * @throws InvalidValue {@link ValueRefusal#CALENDAR_UNKNOWN}
     */
    public static BusinessCalendar require(String code, int edition) {
        return find(code)
                .orElseThrow(() -> new InvalidValue(
                        ValueRefusal.CALENDAR_UNKNOWN,
                        "there is no calendar “" + (code.length() <= 12 ? code : code.substring(0, 12) + "…") + "”"))
                .asOf(edition);
    }

    private static BusinessCalendar published(String code, String file) {
        try (var in = Calendars.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the calendar's file is missing: " + file);
            }
            return BusinessCalendar.read(code, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
