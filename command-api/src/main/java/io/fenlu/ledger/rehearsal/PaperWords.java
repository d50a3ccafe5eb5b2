package io.fenlu.ledger.rehearsal;

import java.util.Locale;

/** Names as they are written in files: lower-case with dashes. */
final class PaperWords {
    private PaperWords() {}

    static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of an event. */
    static String kind(PaperEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
