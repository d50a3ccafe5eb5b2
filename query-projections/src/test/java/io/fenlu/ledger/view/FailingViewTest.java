package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.view.creditline.CreditLineProjection;
import io.fenlu.ledger.view.loanaccount.LoanAccountProjection;
import io.fenlu.ledger.view.replay.Rebuild;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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

    private static LoanSettled settlementOfALoanThatNobodyAskedFor() {
        return new LoanSettled(
                new LoanId(UUID.randomUUID()),
                new CreditLineId(UUID.randomUUID()),
                Money.zero(Currency.CNY),
                LocalDate.parse("2026-01-06"));
    }
}
