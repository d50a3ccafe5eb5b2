package io.fenlu.ledger.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Looks whether a value has everything that it must have, so that nothing is written that could not be read again. */
public final class Whole {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .peek(component -> component.getAccessor().setAccessible(true))
                    .toList();
        }
    };

    private Whole() {}

    /** The way to the first part that is missing, for example {@code agreement.terms.penalty}; empty when nothing is. */
    public static Optional<String> firstMissing(Object value) {
        return switch (value) {
            case Record record -> firstMissingOf(record);
            case List<?> list ->
                list.stream()
                        .map(Whole::firstMissingOrItself)
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<String> firstMissingOrItself(@Nullable Object element) {
        return element == null ? Optional.of("an element") : firstMissing(element);
    }

    private static Optional<String> firstMissingOf(Record record) {
        for (var component : COMPONENTS.get(record.getClass())) {
            var part = part(record, component);
            if (part == null) {
                if (isRequired(component)) {
                    return Optional.of(component.getName());
                }
                continue;
            }
            var missing = firstMissing(part);
            if (missing.isPresent()) {
                return missing.map(rest -> component.getName() + "." + rest);
            }
        }
        return Optional.empty();
    }

    /** Whether a component of a record may not be left out. */
    static boolean isRequired(RecordComponent component) {
        var marked = component.getDeclaringRecord().getPackage().isAnnotationPresent(NullMarked.class);
        return marked
                && component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(
                    "cannot look into " + record.getClass().getName(), failure);
        }
    }
}
