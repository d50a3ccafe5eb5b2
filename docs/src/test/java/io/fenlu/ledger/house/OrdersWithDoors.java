package io.fenlu.ledger.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether every order that the core understands can be given by somebody: a door, a file, a process. */
final class OrdersWithDoors {
    private static final String ORDER = "io.fenlu.ledger.kernel.Order";
    private static final Set<String> SENDERS = Set.of("web", "cli", "process", "bank");

    private OrdersWithDoors() {}

    /** The orders that nobody ever makes, by name. */
    static List<String> missing(JavaClasses core, Collection<JavaClasses> outer) {
        var made = outer.stream()
                .flatMap(JavaClasses::stream)
                .filter(OrdersWithDoors::isSender)
                .flatMap(OrdersWithDoors::made)
                .collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        for (var type : core) {
            if (type.isAssignableTo(ORDER) && type.isRecord() && !made.contains(type.getName())) {
                missing.add(type.getSimpleName());
            }
        }
        return List.copyOf(missing);
    }

    private static boolean isSender(JavaClass type) {
        return Stream.of(type.getPackageName().split("\\.")).anyMatch(SENDERS::contains);
    }

    private static Stream<String> made(JavaClass type) {
        return type.getCodeUnits().stream().flatMap(OrdersWithDoors::made);
    }

    private static Stream<String> made(JavaCodeUnit code) {
        return Stream.concat(
                        code.getConstructorCallsFromSelf().stream(), code.getConstructorReferencesFromSelf().stream())
                .map(access -> access.getTargetOwner().getName());
    }
}
