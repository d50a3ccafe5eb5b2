package io.fenlu.ledger.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Positions, sizes and limits out of a query. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private Numbers() {}

    static long required(String field, @Nullable String given) {
        return of(field, Given.required(field, given));
    }

    static long or(String field, @Nullable String given, long otherwise) {
        return given == null ? otherwise : of(field, given);
    }

    private static long of(String field, String given) {
        if (!isNumber(given)) {
            throw DoorClosed.at(
                    field, DoorRefusal.NUMBER_MALFORMED, "“" + Given.brief(given) + "” is not a whole number.");
        }
        return Long.parseLong(given);
    }

    static boolean isNumber(String given) {
        return NUMBER.matcher(given).matches();
    }
}
