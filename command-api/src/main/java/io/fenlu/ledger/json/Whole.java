package io.fenlu.ledger.json;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Looks whether a value has everything that it must have, so that nothing is written that could not be read again. */
public final class Whole {
    /** Of each kind of record the parts at which there is something to see. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .filter(component -> isRequired(component) || isComposed(component.getType()))
                    .map(Part::of)
                    .toList();
        }
    };

    /**
     * A component of a record.
     *
     * @param composed whether it may have parts of its own
     */
    private record Part(String name, Function<Object, @Nullable Object> reader, boolean required, boolean composed) {
        static Part of(RecordComponent component) {
            return new Part(
                    component.getName(), readerOf(component), isRequired(component), isComposed(component.getType()));
        }

        /** Each fact is looked through while its sender waits, so its accessors are called as compiled code calls them. */
        @SuppressWarnings("unchecked") // what the factory makes is what it was asked for
        private static Function<Object, @Nullable Object> readerOf(RecordComponent component) {
            var whole = component.getDeclaringRecord();
            try {
                var inside = MethodHandles.privateLookupIn(whole, MethodHandles.lookup());
                return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                                inside,
                                "apply",
                                methodType(Function.class),
                                methodType(Object.class, Object.class),
                                inside.unreflect(component.getAccessor()),
                                methodType(component.getType(), whole))
                        .getTarget()
                        .invoke();
            } catch (Throwable failure) {
                throw new IllegalStateException("cannot look into " + whole.getName(), failure);
            }
        }
    }

    private Whole() {}

    /** The way to the first part that is missing, for example {@code agreement.terms.penalty}; empty when nothing is. */
    public static Optional<String> firstMissing(Object value) {
        return Optional.ofNullable(missingIn(value));
    }

    private static @Nullable String missingIn(Object value) {
        return switch (value) {
            case Record record -> missingIn(record);
            case List<?> list -> missingIn(list);
            default -> null;
        };
    }

    private static @Nullable String missingIn(List<?> list) {
        for (var element : list) {
            var missing = element == null ? "an element" : missingIn(element);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static @Nullable String missingIn(Record record) {
        for (var part : PARTS.get(record.getClass())) {
            var content = part.reader().apply(record);
            if (content == null) {
                if (part.required()) {
                    return part.name();
                }
            } else if (part.composed()) {
                var missing = missingIn(content);
                if (missing != null) {
                    return part.name() + "." + missing;
                }
            }
        }
        return null;
    }

    /** Whether something of this type may be, or may turn out to be, a record or a list. */
    private static boolean isComposed(Class<?> type) {
        return type.isRecord()
                || !type.isEnum() && !Number.class.isAssignableFrom(type) && !Modifier.isFinal(type.getModifiers());
    }

    /** Whether a component of a record may not be left out. */
    static boolean isRequired(RecordComponent component) {
        var marked = component.getDeclaringRecord().getPackage().isAnnotationPresent(NullMarked.class);
        return marked
                && component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
