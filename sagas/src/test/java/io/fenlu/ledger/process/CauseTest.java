package io.fenlu.ledger.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final UUID LOAN = new UUID(1, 1);

    @Test
    void the_same_fact_and_step_are_the_same_request_for_ever() {
        var cause = new Cause("drawdown", LOAN, "fact-1", "loan.requested");
        assertThat(cause.requestId("ReserveLimit")).hasToString("abc0b7f5-c52f-8605-93c9-df793caf4a58");
        assertThat(cause.requestId("ReserveLimit").version()).isEqualTo(8);
        assertThat(cause.fingerprint("ReserveLimit")).hasSize(64);
    }

    @Test
    void another_process_fact_or_step_is_another_request() {
        var cause = new Cause("drawdown", LOAN, "fact-1", "loan.requested");
        assertThat(cause.requestId("ReserveLimit"))
                .isNotEqualTo(cause.requestId("DeclineLoan"))
                .isNotEqualTo(new Cause("release", LOAN, "fact-1", "x").requestId("ReserveLimit"))
                .isNotEqualTo(new Cause("drawdown", LOAN, "fact-2", "x").requestId("ReserveLimit"));
    }

    @Test
    void the_wait_doubles_up_to_the_longest() {
        var first = Duration.ofSeconds(1);
        var longest = Duration.ofMinutes(1);
        assertThat(Backoff.after(1, first, longest)).isEqualTo(first);
        assertThat(Backoff.after(4, first, longest)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Backoff.after(1_000_000, first, longest)).isEqualTo(longest);
    }
}
