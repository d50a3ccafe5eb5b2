package io.fenlu.ledger.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreditLineAggregateTest {
    private static final CreditLineId LINE = new CreditLineId(new UUID(7, 1));
    private static final LoanId LOAN = new LoanId(new UUID(7, 2));
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Money LIMIT = Money.of("500.00", Currency.CNY);
    private static final BorrowerId BORROWER = new BorrowerId("borrower-1");

    private final OpenCreditLine open = new OpenCreditLine(LINE, BORROWER, LIMIT, DAY);
    private final CreditLineOpened opened = new CreditLineOpened(LINE, BORROWER, LIMIT, DAY);

    private FixtureConfiguration<CreditLineAggregate> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(CreditLineAggregate.class)
                .registerCommandTargetResolver(new SubjectTarget())
                .registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(
                        new SimpleCorrelationDataProvider("request_id", "request_fingerprint")));
    }

    private static final String R1 = "00000000-0000-8000-8000-000000000001";
    private static final String R2 = "00000000-0000-8000-8000-000000000002";
    private static final String R3 = "00000000-0000-8000-8000-000000000003";

    private static Map<String, Object> request(String id, String fingerprint) {
        return Map.of("request_id", id, "request_fingerprint", fingerprint);
    }

    private static CommandMessage<Object> asked(Order order, String id, String fingerprint) {
        return GenericCommandMessage.asCommandMessage(order).withMetaData(request(id, fingerprint));
    }

    @Test
    void the_same_request_is_obeyed_once() {
        fixture.givenCommands(asked(open, R1, "f1"))
                .when(open, request(R1, "f1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        fixture.givenCommands(asked(open, R1, "f1"))
                .when(new FreezeCreditLine(LINE, "lost telephone", DAY), request(R1, "f2"))
                .expectException(CommandRefused.class)
                .expectExceptionDetails(Map.of(
                        "code",
                        "IDEMPOTENCY_KEY_REUSED",
                        "detail",
                        RequestRefusal.IDEMPOTENCY_KEY_REUSED.sentence(),
                        "kind",
                        "UNACCEPTABLE"));
    }

    @Test
    void a_refused_request_leaves_nothing_and_is_decided_anew() {
        var freeze = new FreezeCreditLine(LINE, "lost telephone", DAY);
        fixture.givenCommands(asked(open, R1, "f1"), asked(freeze, R2, "f2"))
                .when(new ReserveLimit(LINE, LOAN, LIMIT, DAY), request(R3, "f3"))
                .expectException(CommandRefused.class)
                .expectNoEvents();
    }

    @Test
    void a_draw_over_the_limit_is_refused_by_name_and_numbers() {
        fixture.givenCommands(asked(open, R1, "f1"))
                .when(new ReserveLimit(LINE, LOAN, Money.of("500.01", Currency.CNY), DAY), request(R2, "f2"))
                .expectException(CommandRefused.class)
                .expectExceptionDetails(Map.of(
                        "code",
                        "DRAW_EXCEEDS_AVAILABLE",
                        "detail",
                        "Asked for CNY 500.01; of the limit of CNY 500.00 there are CNY 500.00 left.",
                        "kind",
                        "UNACCEPTABLE"));
    }

    @Test
    void an_unknown_line_is_refused_as_unknown() {
        fixture.givenNoPriorActivity()
                .when(new FreezeCreditLine(LINE, "lost telephone", DAY), request(R1, "f1"))
                .expectException(CommandRefused.class);
    }

    @Test
    void a_refusal_costs_no_stack_trace_and_no_history() {
        var refused = new CommandRefused(RequestRefusal.IDEMPOTENCY_KEY_REUSED, "no");

        assertThat(refused.getStackTrace()).isEmpty();
        assertThat(RefusalsAreAnswers.rollsBack(refused)).isFalse();
        assertThat(RefusalsAreAnswers.rollsBack(CommandRefused.byNothing(RequestRefusal.IDEMPOTENCY_KEY_REUSED, "no")))
                .isTrue();
        assertThat(RefusalsAreAnswers.rollsBack(new IllegalStateException())).isTrue();
    }
}
