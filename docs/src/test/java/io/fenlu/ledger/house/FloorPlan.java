package io.fenlu.ledger.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which room of the core lies on which floor; doors open downwards only. */
final class FloorPlan {
    private static final String CORE = "io.fenlu.ledger.";
    private static final Set<String> DECIDERS =
            Set.of("creditline", "loan", "account", "merchant", "disbursement", "repayment", "application", "borrower");
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("kernel", "money", "calendar"),
            Set.of("billing", "interest", "schedule", "allocation", "funding", "disclosure", "payout", "signingkey"),
            Set.of("product"),
            DECIDERS,
            Set.of("books", "classification"));

    private FloorPlan() {}

    /** Doors that open upwards, doors between deciders, and rooms without a floor. */
    static Set<String> broken(JavaClasses core) {
        var broken = new TreeSet<String>();
        for (var type : core) {
            if (floor(room(type)) < 0) {
                broken.add(type.getPackageName() + " has no floor in the plan");
            }
            for (var door : type.getDirectDependenciesFromSelf()) {
                var to = door.getTargetClass();
                if (core.contain(to.getName()) && isWrong(room(type), room(to))) {
                    broken.add(door.getDescription());
                }
            }
        }
        return broken;
    }

    private static boolean isWrong(String from, String to) {
        return !from.equals(to) && (floor(from) < floor(to) || (DECIDERS.contains(from) && DECIDERS.contains(to)));
    }

    private static int floor(String room) {
        for (var floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return -1;
    }

    private static String room(JavaClass type) {
        var rest = type.getPackageName().substring(CORE.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
