package io.fenlu.ledger.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
    @TempDir
    Path data;

    private void assertRefused(String sentence, String... words) {
        var err = new ByteArrayOutputStream();
        var real = System.err;
        try (var toErr = new PrintStream(err, true, UTF_8)) {
            System.setErr(toErr);
            assertThat(Fenlu.run(words)).isEqualTo(2);
        } finally {
            System.setErr(real);
        }
        assertThat(err.toString(UTF_8)).startsWith("fenlu: ").contains(sentence).hasLineCount(1);
    }

    private JsonNode measured(String... words) {
        var file = data.resolve("found.json");
        var all = Stream.concat(Arrays.stream(words), Stream.of("--json", file.toString(), "--dir", data.toString()))
                .toArray(String[]::new);
        assertThat(Fenlu.run(all)).isZero();
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    @Test
    void what_cannot_be_measured_is_told_in_one_line() {
        assertRefused("what to bench? one of: append, bill-day, load-loan, sustained, views", "bench");
        assertRefused("oracle", "bench", "append", "--store", "oracle");
        assertRefused("“cold” is not hot, new or zipf", "bench", "append", "--scenario", "cold");
        assertRefused("--clients is 1 to 10000", "bench", "append", "--clients", "0");
        assertRefused("many", "bench", "append", "--clients", "1,many");
        assertRefused("--seconds is 1 to 3600", "bench", "append", "--seconds", "0");
        assertRefused("--pairs is 1 to 1000", "bench", "append", "--pairs", "-1");
        assertRefused("--postgres-url is jdbc:postgresql://", "bench", "append", "--postgres-url", "localhost");
        assertRefused("--accounts is 100 to", "bench", "bill-day", "--accounts", "7");
        assertRefused("--in-use is a part", "bench", "bill-day", "--in-use", "1.1");
        assertRefused("--events are at least two", "bench", "load-loan", "--events", "3,10");
        assertRefused("--events is 100 to", "bench", "views", "--events", "1");
        assertRefused("--segments is 1 to 64", "bench", "views", "--segments", "2,0");
        assertRefused("“oracle” is not h2 or postgres", "bench", "views", "--store", "oracle");
        assertRefused("--half-seconds is 1 to 3600", "bench", "sustained", "--half-seconds", "0");
        assertRefused("--clients is 1 to 10000", "bench", "sustained", "--clients", "0");
        assertRefused("--json names a directory", "bench", "sustained", "--json", data.toString());
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_bill_day_is_measured_and_every_account_in_use_has_its_bill() {
        var found = measured("bench", "bill-day", "--accounts", "200", "--in-use", "0.5", "--clients", "8");

        assertThat(found.at("/in_use/bills").asInt()).isEqualTo(100);
        assertThat(found.at("/tenth_in_use/bills").asInt()).isEqualTo(10);
        assertThat(found.at("/extrapolated_1000000/bills").asInt()).isEqualTo(500_000);
    }

    @Test
    void repayments_are_measured_and_none_that_was_acknowledged_is_lost() {
        var found = measured("bench", "append", "--clients", "4", "--pairs", "1", "--seconds", "1", "--warm-up", "0");

        assertThat(found.propertyNames())
                .contains(
                        "ledger_per_second",
                        "stock_per_second",
                        "stock_unsynced_per_second",
                        "ratio_median",
                        "ratio_to_stock_best",
                        "ceiling_per_second",
                        "ceiling_share",
                        "p50_ms",
                        "p99_ms",
                        "batch_mean",
                        "bytes_per_event",
                        "lost",
                        "machine",
                        "settings",
                        "raw_pairs");
        assertThat(found.path("ledger_per_second").asLong()).isPositive();
        assertThat(found.path("stock_per_second").asLong()).isPositive();
        assertThat(found.path("lost").asLong(-1)).isZero();
        assertThat(found.path("stock_lost").asLong(-1)).isZero();
        assertThat(found.path("errors").asLong(-1)).isZero();
        assertThat(data.toFile().list()).containsExactly("found.json");
    }

    @Test
    void all_views_are_made_from_the_first_fact_and_say_the_same_in_any_number_of_segments() {
        var found = measured(
                "bench",
                "views",
                "--events",
                "1500",
                "--compare",
                "1000",
                "--segments",
                "1,3",
                "--stock-events",
                "100");

        assertThat(found.path("ledger_per_second").asLong()).isPositive();
        assertThat(found.path("stock_per_second").asLong()).isPositive();
        assertThat(found.path("digests_equal").asBoolean()).isTrue();
        assertThat(found.path("segments_per_second").propertyNames()).containsExactly("1", "3");
    }

    @Test
    void while_every_view_keeps_up_orders_are_counted_and_sightings_timed() {
        var found = measured(
                "bench", "sustained", "--clients", "4", "--seconds", "3", "--warm-up", "0", "--half-seconds", "1");

        assertThat(found.path("ledger_per_second").asLong()).isPositive();
        assertThat(found.path("stock_per_second").asLong()).isPositive();
        assertThat(found.path("errors").asLong(-1)).isZero();
        assertThat(found.path("stock_errors").asLong(-1)).isZero();
        assertThat(found.path("seen_p99_ms").isNumber()).isTrue();
        assertThat(found.path("caught_up_ms").isNumber()).isTrue();
        assertThat(data.toFile().list()).containsExactly("found.json");
    }

    @Test
    void a_loan_with_a_long_past_is_measured_beside_a_young_one() {
        var found = measured("bench", "load-loan", "--events", "10,1100", "--rounds", "1");

        assertThat(found.path("after_restart").path("picture_bytes_10").asLong(-1))
                .isZero();
        assertThat(found.path("after_restart").path("picture_bytes_1100").asLong())
                .isPositive();
        assertThat(found.path("warm").path("p50_ratio").isNumber()).isTrue();
    }
}
