package io.fenlu.ledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void half_of_the_answers_came_within_the_median_and_nearly_all_within_the_last_percent() {
        var latencies = new Latencies();
        IntStream.rangeClosed(1, 1_000).forEach(micros -> latencies.record(micros * 1_000L));

        assertThat(latencies.micros(500)).isBetween(500L, 516L);
        assertThat(latencies.micros(990)).isBetween(990L, 1_023L);
    }

    @Test
    void without_answers_there_is_nothing_to_tell() {
        assertThat(new Latencies().micros(500)).isZero();
    }

    @Test
    void of_skewed_orders_the_first_loan_gets_most_and_the_last_ones_get_some() {
        var ranks = new Orders.Ranks(100);
        var counts = new int[100];
        IntStream.range(0, 100_000).forEach(_ -> counts[ranks.next()]++);

        assertThat(counts[0]).isGreaterThan(counts[1]).isGreaterThan(10 * counts[49]);
        assertThat(counts[99]).isPositive();
    }

    @Test
    void new_loans_are_all_different() {
        var seen = new HashSet<UUID>();
        var orders = Orders.of(Scenario.NEW, List.of());
        IntStream.range(0, 1_000).forEach(_ -> seen.add(orders.next().subject()));

        assertThat(seen).hasSize(1_000);
    }
}
