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
        assertRefused("what to bench? one of: append, load-loan", "bench");
        assertRefused("oracle", "bench", "append", "--store", "oracle");
        assertRefused("“cold” is not hot, new or zipf", "bench", "append", "--scenario", "cold");
        assertRefused("--clients is 1 to 10000", "bench", "append", "--clients", "0");
        assertRefused("many", "bench", "append", "--clients", "1,many");
        assertRefused("--seconds is 1 to 3600", "bench", "append", "--seconds", "0");
        assertRefused("--pairs is 1 to 1000", "bench", "append", "--pairs", "-1");
        assertRefused("--postgres-url is jdbc:postgresql://", "bench", "append", "--postgres-url", "localhost");
        assertRefused("--events are at least two", "bench", "load-loan", "--events", "3,10");
        assertThat(data).isEmptyDirectory();
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
    void a_loan_with_a_long_past_is_measured_beside_a_young_one() {
        var found = measured("bench", "load-loan", "--events", "10,1100", "--rounds", "1");

        assertThat(found.path("after_restart").path("picture_bytes_10").asLong(-1))
                .isZero();
        assertThat(found.path("after_restart").path("picture_bytes_1100").asLong())
                .isPositive();
        assertThat(found.path("warm").path("p50_ratio").isNumber()).isTrue();
    }
}
