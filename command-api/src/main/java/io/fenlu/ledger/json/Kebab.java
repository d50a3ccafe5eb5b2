package io.fenlu.ledger.json;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names in lower case with dashes, for example {@code half-up} and {@code equal-instalment}. */
final class Kebab {
    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private Kebab() {}

    static String ofCamel(String name) {
        return BOUNDARY.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    static String ofConstant(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
