package io.fenlu.ledger.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of a closed set of words, written in lower case with dashes. */
public final class Choice {
    private Choice() {}

    /** For example {@code newest-first} for {@code NEWEST_FIRST}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that was kept under its word. */
    public static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * What a parameter chooses; nothing when it was not given.
     *
     * @throws NoAnswer {@link ReadRefusal#PARAMETER_MALFORMED} when there is no such word
     */
    public static <E extends Enum<E>> @Nullable E parse(String parameter, Class<E> type, @Nullable String word) {
        if (word == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        var words = Arrays.stream(type.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", "));
        throw NoAnswer.malformed(parameter + " is one of " + words + ".");
    }
}
