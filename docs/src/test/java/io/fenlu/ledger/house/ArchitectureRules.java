package io.fenlu.ledger.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about who may know whom, and about what a class may be. */
final class ArchitectureRules {
    private static final Pattern CLOCK_OR_CHANCE =
            Pattern.compile("java\\.time\\..*\\.now|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.System\\..*"
                    + "|java\\.lang\\.Math\\.random");

    static final ArchRule THE_CORE_IS_PURE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.fenlu.ledger..")
            .because("the core is java and org.jspecify, and nothing else");

    static final ArchRule NO_CLOCK_AND_NO_CHANCE = noClasses()
            .should()
            .callMethodWhere(
                    DescribedPredicate.describe("asks a clock or chance", ArchitectureRules::asksClockOrChance))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.random.RandomGenerator.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class)
            .because("dates and identities travel inside the command");

    static final ArchRule DECIMALS_STAY_IN_THEIR_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("..money..", "..interest..", "..disclosure..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "reckons with decimals", call -> call.getTargetOwner().isEquivalentTo(java.math.BigDecimal.class)))
            .because("others may hold a decimal, but arithmetic is done with money and rates");

    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("io.fenlu.ledger.(*)..").should().beFreeOfCycles();

    static final ArchRule FACTS_AND_ORDERS_ARE_RECORDS_WITHOUT_A_SUFFIX = classes()
            .that(assignableTo("io.fenlu.ledger.kernel.Fact").or(assignableTo("io.fenlu.ledger.kernel.Order")))
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .haveSimpleNameNotEndingWith("Event")
            .andShould()
            .haveSimpleNameNotEndingWith("Command")
            .because("a fact is named by what happened, an order by what is asked")
            .allowEmptyShould(true);

    static final ArchRule NO_SETTERS = noMethods()
            .that()
            .haveNameMatching("set[A-Z].*")
            .and()
            .areDeclaredInClassesThat()
            .areNotAnonymousClasses()
            .and(DescribedPredicate.not(DescribedPredicate.describe(
                    "somebody else's type asks for", ArchitectureRules::isAskedForByOthers)))
            .should()
            .haveRawReturnType(void.class)
            .allowEmptyShould(true);

    static final ArchRule NO_MUTABLE_STATICS =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .allowEmptyShould(true);

    static final ArchRule AGGREGATES_LIVE_IN_AGGREGATE = classes()
            .that()
            .areAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
            .should()
            .resideInAPackage("..aggregate..")
            .allowEmptyShould(true);

    static final ArchRule EVENT_HANDLERS_LIVE_IN_VIEWS_AND_PROCESSES = methods()
            .that()
            .areAnnotatedWith("org.axonframework.eventhandling.EventHandler")
            .should()
            .beDeclaredInClassesThat()
            .resideInAnyPackage("..view..", "..process..", "..bank..")
            .allowEmptyShould(true);

    static final ArchRule SAGA_HANDLERS_LIVE_IN_PROCESS = methods()
            .that()
            .areAnnotatedWith("org.axonframework.modelling.saga.SagaEventHandler")
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("..process..")
            .allowEmptyShould(true);

    static final ArchRule JOOQ_STAYS_IN_VIEWS = noClasses()
            .that()
            .resideOutsideOfPackages("..view..", "..eventstore..", "..replay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..")
            .allowEmptyShould(true);

    static final ArchRule HTTP_STAYS_IN_WEB_AND_IN_THE_CONTROLLERS_OF_VIEWS = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .and(DescribedPredicate.not(
                    DescribedPredicate.describe("are doors of a view", ArchitectureRules::isDoorOfView)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
            .because("what is asked over HTTP is understood at the door, and nobody inside knows by which way it came")
            .allowEmptyShould(true);

    static final Set<ArchRule> OF_THE_CORE =
            Set.of(THE_CORE_IS_PURE, NO_CLOCK_AND_NO_CHANCE, DECIMALS_STAY_IN_THEIR_ROOMS, ROOMS_HAVE_NO_CYCLES);

    static final Set<ArchRule> OF_ALL = Set.of(
            FACTS_AND_ORDERS_ARE_RECORDS_WITHOUT_A_SUFFIX,
            NO_SETTERS,
            NO_MUTABLE_STATICS,
            NO_FIELD_INJECTION,
            AGGREGATES_LIVE_IN_AGGREGATE,
            EVENT_HANDLERS_LIVE_IN_VIEWS_AND_PROCESSES,
            SAGA_HANDLERS_LIVE_IN_PROCESS,
            JOOQ_STAYS_IN_VIEWS,
            HTTP_STAYS_IN_WEB_AND_IN_THE_CONTROLLERS_OF_VIEWS);

    private ArchitectureRules() {}

    private static boolean asksClockOrChance(JavaCall<?> call) {
        var target = call.getTarget();
        return CLOCK_OR_CHANCE
                .matcher(target.getOwner().getName() + "." + target.getName())
                .matches();
    }

    /** The doors of a view are its controllers, and what they have in common stands in the room before them. */
    private static boolean isDoorOfView(JavaClass type) {
        return type.getPackageName().endsWith(".view")
                || type.getPackageName().contains(".view.")
                        && type.getSimpleName().endsWith("Controller");
    }

    /** Whether a type that is not ours demands a method of this name: then its form is not ours to choose. */
    private static boolean isAskedForByOthers(JavaMethod method) {
        var owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(type -> !type.getPackageName().startsWith("io.fenlu"))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(other -> other.getName().equals(method.getName()));
    }

    /** Whether a class belongs to another module than the one that is looked at. */
    static DescribedPredicate<JavaClass> compiledInto(Set<String> names, String module) {
        return DescribedPredicate.describe("live in " + module, type -> names.contains(type.getName()));
    }
}
