package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    @Test
    void identities_are_of_version_7_all_different_and_sort_by_time() throws Exception {
        var early = TimeOrderedIds.next();
        Thread.sleep(2);
        var late = TimeOrderedIds.next();

        assertThat(early.version()).isEqualTo(7);
        assertThat(early.variant()).isEqualTo(2);
        assertThat(early.toString()).isLessThan(late.toString());
        assertThat(Stream.generate(TimeOrderedIds::next).limit(10_000).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void axon_uses_them_for_its_messages() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
    }
}
