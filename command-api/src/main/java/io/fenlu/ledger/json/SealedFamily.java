package io.fenlu.ledger.json;

import io.fenlu.ledger.kernel.StoredAs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The closed set of records among which a value is one, for example the ways to repay; each told apart by its {@code "kind"}.
 *
 * <p>Facts are no such family: they are stored under their catalogue names.
 */
final class SealedFamily {
    private SealedFamily() {}

    /** Whether values of this type are written with their kind. */
    static boolean has(Class<?> type) {
        if (type.isInterface()) {
            return isFamily(type);
        }
        return type.isRecord() && !type.isAnnotationPresent(StoredAs.class) && hasFamilyAbove(type);
    }

    /** All records of the family below this interface, in the order of their declaration. */
    static List<Class<?>> members(Class<?> family) {
        var members = new ArrayList<Class<?>>();
        collect(family, members);
        var kinds = new HashMap<String, Class<?>>();
        for (var member : members) {
            var other = kinds.put(kind(member), member);
            if (other != null) {
                throw new IllegalStateException(
                        "two kinds of " + family.getSimpleName() + " share a name: " + other + " and " + member);
            }
        }
        return members;
    }

    static String kind(Class<?> member) {
        return Kebab.ofCamel(member.getSimpleName());
    }

    private static void collect(Class<?> type, List<Class<?>> members) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted, members);
            }
        } else if (type.isRecord()) {
            members.add(type);
        }
    }

    private static boolean hasFamilyAbove(Class<?> type) {
        for (var above : type.getInterfaces()) {
            if (isFamily(above) || hasFamilyAbove(above)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFamily(Class<?> type) {
        return type.isSealed()
                && type.getName().startsWith("io.fenlu.")
                && members(type).stream().anyMatch(member -> !member.isAnnotationPresent(StoredAs.class));
    }
}
