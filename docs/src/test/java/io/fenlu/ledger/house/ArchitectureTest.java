package io.fenlu.ledger.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.fenlu.ledger.house.samples.Careless;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final List<String> OUTER = List.of("query-projections", "sagas", "command-api");
    private static final Map<String, JavaClasses> MODULES = new LinkedHashMap<>();

    static {
        MODULES.put("ledger-core", Repository.classes("ledger-core"));
        OUTER.forEach(module -> MODULES.put(module, Repository.classes(module)));
    }

    private static JavaClasses module(String name) {
        var classes = MODULES.get(name);
        if (classes == null) {
            throw new AssertionError("no module " + name);
        }
        return classes;
    }

    @Test
    void the_core_keeps_its_rules() {
        ArchitectureRules.OF_THE_CORE.forEach(rule -> rule.check(module("ledger-core")));
    }

    @Test
    void doors_between_rooms_of_the_core_open_downwards_only() {
        assertThat(FloorPlan.broken(module("ledger-core"))).isEmpty();
    }

    @Test
    void every_module_keeps_the_rules_of_all() {
        MODULES.values().forEach(classes -> ArchitectureRules.OF_ALL.forEach(rule -> rule.check(classes)));
    }

    @Test
    void the_outer_modules_do_not_know_each_other() {
        for (var module : OUTER) {
            for (var other : OUTER) {
                if (!module.equals(other)) {
                    var names = module(other).stream().map(JavaClass::getName).collect(Collectors.toSet());
                    noClasses()
                            .should()
                            .dependOnClassesThat(ArchitectureRules.compiledInto(names, other))
                            .allowEmptyShould(true)
                            .check(module(module));
                }
            }
        }
    }

    @Test
    void every_order_has_a_door() {
        var outer = OUTER.stream().map(ArchitectureTest::module).toList();
        assertThat(OrdersWithDoors.missing(module("ledger-core"), outer)).isEmpty();
        assertThat(OrdersWithDoors.missing(module("ledger-core"), List.of(module("sagas"))))
                .contains("OpenCreditLine", "RecordRepayment")
                .doesNotContain("ReserveLimit", "ReleaseLimit");
    }

    @Test
    void the_rules_bite() {
        var careless = new ClassFileImporter().importPackagesOf(Careless.class);
        for (var rule : List.<ArchRule>of(
                ArchitectureRules.THE_CORE_IS_PURE,
                ArchitectureRules.NO_CLOCK_AND_NO_CHANCE,
                ArchitectureRules.DECIMALS_STAY_IN_THEIR_ROOMS,
                ArchitectureRules.FACTS_AND_ORDERS_ARE_RECORDS_WITHOUT_A_SUFFIX,
                ArchitectureRules.NO_SETTERS,
                ArchitectureRules.NO_MUTABLE_STATICS,
                ArchitectureRules.HTTP_STAYS_IN_WEB_AND_IN_THE_CONTROLLERS_OF_VIEWS)) {
            assertThat(rule.evaluate(careless).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
        assertThat(FloorPlan.broken(careless)).anyMatch(address -> address.endsWith("has no floor in the plan"));
    }
}
