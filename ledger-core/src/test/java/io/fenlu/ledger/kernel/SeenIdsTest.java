package io.fenlu.ledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
    @Test
    void an_id_that_was_seen_is_never_forgotten() {
        var seen = SeenIds.none();
        var timeOrdered = LongStream.range(0, 5_000)
                .mapToObj(k -> new UUID(0x0190_0000_0000_7000L + k, 0x8000_0000_0000_0000L))
                .toList();
        for (var from = 0; from < timeOrdered.size(); from += 50) {
            seen = seen.with(timeOrdered.subList(from, from + 50));
        }

        assertThat(timeOrdered).allMatch(seen::mayHave);
        assertThat(seen.cells()).hasSize(5 * 5_000);
    }

    @Test
    void few_others_are_taken_for_seen() {
        var chance = new Random(7);
        var seen = SeenIds.none()
                .with(Stream.generate(() -> new UUID(chance.nextLong(), chance.nextLong()))
                        .limit(10_000)
                        .toList());

        var taken = Stream.generate(() -> new UUID(chance.nextLong(), chance.nextLong()))
                .limit(1_000_000)
                .filter(seen::mayHave)
                .count();
        assertThat(taken).as("of a million others, 9 are to be expected").isBetween(1L, 30L);
    }

    @Test
    void what_differs_in_its_last_bits_is_told_apart() {
        var seen = SeenIds.none().with(List.of(new UUID(1, 1), new UUID(1, 2)));

        assertThat(seen.mayHave(new UUID(1, 3))).isFalse();
        assertThat(seen.mayHave(new UUID(2, 1))).isFalse();
    }
}
