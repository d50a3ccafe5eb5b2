package io.fenlu.ledger.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantCommand;
import io.fenlu.ledger.merchant.MerchantEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AggregatesTest {
    static Stream<Arguments> aggregates() {
        return Stream.of(
                Arguments.of(AccountAggregate.class, AccountCommand.class, AccountEvent.class),
                Arguments.of(MerchantAggregate.class, MerchantCommand.class, MerchantEvent.class),
                Arguments.of(LoanAggregate.class, LoanCommand.class, LoanEvent.class),
                Arguments.of(CreditLineAggregate.class, CreditLineCommand.class, CreditLineEvent.class),
                Arguments.of(DisbursementAggregate.class, DisbursementCommand.class, DisbursementEvent.class));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void every_order_has_its_line_and_no_other_has_one(Class<?> aggregate, Class<?> orders, Class<?> facts) {
        var handled = Arrays.stream(aggregate.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .<Class<?>>map(method -> method.getParameterTypes()[0])
                .collect(Collectors.toSet());

        assertThat(handled).isEqualTo(leaves(orders).collect(Collectors.toSet()));
    }

    /** The records of a sealed family, also of families inside it. */
    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(AggregatesTest::leaves)
                : Stream.of(family);
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void every_order_may_be_the_first(Class<?> aggregate, Class<?> orders, Class<?> facts) {
        assertThat(aggregate.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(CommandHandler.class))
                .allSatisfy(method -> assertThat(
                                method.getAnnotation(CreationPolicy.class).value())
                        .isEqualTo(AggregateCreationPolicy.CREATE_IF_MISSING));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void one_line_remembers_all_facts(Class<?> aggregate, Class<?> orders, Class<?> facts) {
        assertThat(aggregate.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(EventSourcingHandler.class))
                .singleElement()
                .satisfies(method -> assertThat(method.getParameterTypes()[0]).isEqualTo(facts));
    }
}
