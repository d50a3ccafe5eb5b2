package io.fenlu.ledger.web;

import io.fenlu.ledger.gate.BusinessDay;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was given in a body, turned into the values of the ledger field by field; each no names its field. */
@Component
final class Given {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final BusinessDay day;

    Given(BusinessDay day) {
        this.day = day;
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw DoorClosed.at(field, DoorRefusal.FIELD_MISSING, "The field “" + field + "” is missing.");
        }
        return value;
    }

    /** A value of the ledger made from what was given; what cannot be a value is refused by its name. */
    static <T> T value(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidValue invalid) {
            throw new DoorClosed(
                    Problem.of(invalid.reason(), Problem.status(invalid.reason().kind()), invalid.detail())
                            .with("field", field),
                    Map.of());
        }
    }

    static Money amount(String field, @Nullable AmountBody body) {
        var given = required(field, body);
        var amount = required(field + ".amount", given.amount());
        var currency = required(field + ".currency", given.currency());
        return value(field, () -> Money.of(amount, Currency.of(currency)));
    }

    /** One of a closed set of names, written in lower case with dashes. */
    static <E extends Enum<E>> E choice(String field, Class<E> choices, String given) {
        for (var choice : choices.getEnumConstants()) {
            if (written(choice).equals(given)) {
                return choice;
            }
        }
        var all = Arrays.stream(choices.getEnumConstants()).map(Given::written).collect(Collectors.joining(", "));
        throw DoorClosed.at(field, DoorRefusal.CHOICE_UNKNOWN, "“" + brief(given) + "” is none of: " + all + ".");
    }

    static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A day that has come; today when none is given. */
    LocalDate pastDay(String field, @Nullable String given) {
        var today = day.today();
        if (given == null) {
            return today;
        }
        var date = anyDay(field, given);
        if (date.isAfter(today)) {
            throw DoorClosed.at(
                    field, DoorRefusal.DATE_IN_FUTURE, date + " lies in the future; today is " + today + ".");
        }
        return date;
    }

    /** A day, past or to come; today when none is given. */
    LocalDate dayOrToday(String field, @Nullable String given) {
        return given == null ? day.today() : anyDay(field, given);
    }

    static LocalDate anyDay(String field, String given) {
        try {
            if (DATE.matcher(given).matches()) {
                return LocalDate.parse(given);
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw DoorClosed.at(field, DoorRefusal.DATE_MALFORMED, "“" + brief(given) + "” is not a date like 2026-01-31.");
    }

    static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
