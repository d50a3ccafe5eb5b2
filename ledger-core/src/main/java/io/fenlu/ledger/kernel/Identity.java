package io.fenlu.ledger.kernel;

import java.util.UUID;
import java.util.regex.Pattern;

/** What an identity may look like. */
final class Identity {
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private Identity() {}

    static UUID parse(String text) {
        try {
            var id = UUID.fromString(text);
            if (text.length() == 36) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            // told below, with its name
        }
        throw new InvalidValue(ValueRefusal.ID_NOT_A_UUID, "“" + brief(text) + "” is not a UUID");
    }

    static void requireOpaque(String text) {
        if (!OPAQUE.matcher(text).matches()) {
            throw new InvalidValue(
                    ValueRefusal.REFERENCE_MALFORMED,
                    "“" + brief(text)
                            + "” is not a reference: 1 to 64 letters, digits, dots, colons, dashes, underscores");
        }
    }

    private static String brief(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
