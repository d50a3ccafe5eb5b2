package io.fenlu.ledger.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Looks whether a value has everything that it must have, so that nothing is written that could not be read again. */
public final class Whole {
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private record Part(String name, Method reader, boolean required) {
        static Part of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(component.getName(), component.getAccessor(), isRequired(component));
        }

        @Nullable
        Object of(Record whole) {
            try {
                return reader.invoke(whole);
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(
                        "cannot look into " + whole.getClass().getName(), failure);
            }
        }
    }

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
        for (var part : PARTS.get(record.getClass())) {
            var content = part.of(record);
            if (content == null) {
                if (part.required()) {
                    return Optional.of(part.name());
                }
                continue;
            }
            var missing = firstMissing(content);
            if (missing.isPresent()) {
                return missing.map(rest -> part.name() + "." + rest);
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
}
