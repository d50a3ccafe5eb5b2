package io.fenlu.ledger.view;

import static io.fenlu.ledger.view.sql.Tables.LOAN_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.view.bench.PreparedBook;
import io.fenlu.ledger.view.creditline.CreditLineProjection;
import io.fenlu.ledger.view.loanaccount.LoanAccountProjection;
import io.fenlu.ledger.view.replay.Rebuild;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;

class FailingViewTest {
    @Test
    void a_view_stops_before_a_fact_that_it_cannot_digest_and_the_others_go_on() {
        try (var ledger = new TestLedger()) {
            var story = new Story(ledger).drawn();
            ledger.catchUp();
            assertThat(ledger.bean(ViewsHealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
            var before = ledger.position();
            ledger.append(List.of(settlementOfALoanThatNobodyAskedFor()));
            story.repaid("1066.19", "2026-02-05");

            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            ledger.bean(ViewsHealthIndicator.class).health().getStatus() == Status.DOWN);
            var positions = ledger.bean(ViewTables.class).positions();
            positions.await(List.of(CreditLineProjection.VIEW), ledger.position(), Duration.ofSeconds(10));
            assertThat(positions.of(CreditLineProjection.VIEW)).isEqualTo(ledger.position());
            assertThat(positions.of(LoanAccountProjection.VIEW)).isEqualTo(before);
            assertThat(ledger.bean(ViewWatch.class).standings())
                    .filteredOn(view -> view.status() == ViewWatch.Status.FAILING)
                    .singleElement()
                    .satisfies(view -> {
                        assertThat(view.view()).isEqualTo("loan-account");
                        assertThat(view.lag()).isEqualTo(ledger.position() - before);
                        assertThat(view.trouble()).contains("nothing is known of");
                    });
            assertThat(ledger.bean(Rebuild.class).awaitLive(Duration.ofMinutes(1)))
                    .as("nobody waits for a view that stands still")
                    .isFalse();
        }
    }

    @Test
    void a_view_stops_exactly_before_the_fact_that_it_cannot_digest_even_in_the_midst_of_many() {
        try (var ledger = new TestLedger()) {
            var book = new PreparedBook(2_000);
            var journal = ledger.bean(Configuration.class).eventStore();
            ledger.bean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor(ViewReaders.NAME)
                    .orElseThrow()
                    .shutDown();
            book.tellSome(journal, 300);
            ledger.append(List.of(settlementOfALoanThatNobodyAskedFor()));
            book.tellSome(journal, 300);
            ledger.bean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor(ViewReaders.NAME)
                    .orElseThrow()
                    .start();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ledger.bean(ViewWatch.class).standings().stream()
                            .anyMatch(view -> view.status() == ViewWatch.Status.FAILING && view.position() == 300));
            var positions = ledger.bean(ViewTables.class).positions();
            assertThat(positions.await(List.of("history", "journal", "statement"), 601, Duration.ofSeconds(10)))
                    .isEqualTo(601);
            assertThat(ledger.bean(ViewWatch.class).standings())
                    .filteredOn(view -> view.view().equals("loan-account"))
                    .singleElement()
                    .satisfies(view -> assertThat(view.trouble()).contains("nothing is known of"));
        }
    }

    @Test
    void a_view_that_can_digest_the_fact_after_all_reads_on_with_the_others() {
        try (var ledger = new TestLedger()) {
            var story = new Story(ledger).drawn();
            ledger.catchUp();
            var settlement = settlementOfALoanThatNobodyAskedFor();
            ledger.append(List.of(settlement));
            story.repaid("1066.19", "2026-02-05");
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            ledger.bean(ViewsHealthIndicator.class).health().getStatus() == Status.DOWN);

            var mended = ledger.bean(ViewTables.class)
                    .sql()
                    .selectFrom(LOAN_ACCOUNT)
                    .fetchSingle()
                    .copy();
            mended.setLoanId(settlement.subject()).setRequestedPosition(0L).insert();
            ledger.catchUp();
            story.repaid("1066.19", "2026-03-05");
            ledger.catchUp();
            assertThat(ledger.bean(ViewsHealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    void when_no_view_can_read_on_nobody_is_sent_here_and_the_log_is_not_flooded() {
        var told = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(ReadingShift.class);
        try (var ledger = new TestLedger()) {
            log.setLevel(Level.WARN);
            log.addAppender(told);
            told.start();
            var story = new Story(ledger).drawn();
            ledger.catchUp();
            assertThat(ledger.bean(ViewsReadyHealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
            var before = ledger.position();
            story.repaid("1066.19", "2026-02-05");
            ledger.bean(Configuration.class)
                    .eventStore()
                    .publish(
                            new GenericDomainEventMessage<>("Test", story.line.toString(), 99, "what nobody can read"));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ledger.bean(ViewsReadyHealthIndicator.class)
                            .health()
                            .getStatus()
                            .equals(Status.DOWN));
            ledger.catchUpTo(ledger.position());
            assertThat(ledger.position()).isGreaterThan(before);
            assertThat(ledger.bean(ViewWatch.class).standings()).allSatisfy(view -> {
                assertThat(view.position()).isEqualTo(ledger.position());
                assertThat(view.lag()).isEqualTo(1);
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> told.list.size() >= 2);
            assertThat(told.list)
                    .as("one line for each look, and looks become rare")
                    .hasSizeLessThan(6);
        } finally {
            log.detachAppender(told);
        }
    }

    private static LoanSettled settlementOfALoanThatNobodyAskedFor() {
        return new LoanSettled(
                new LoanId(UUID.randomUUID()),
                new CreditLineId(UUID.randomUUID()),
                Money.zero(Currency.CNY),
                LocalDate.parse("2026-01-06"));
    }
}
