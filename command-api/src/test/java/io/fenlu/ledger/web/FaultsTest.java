package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.JournalDamaged;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FaultsTest {
    @Test
    void a_fault_inside_shows_nothing_but_its_incident() throws Exception {
        var response = new MockHttpServletResponse();
        new Faults()
                .resolveException(
                        new MockHttpServletRequest(),
                        response,
                        null,
                        new IllegalStateException("select * from secrets"));

        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(text).contains("INTERNAL_FAULT").contains("incident").doesNotContain("secrets");
    }

    @Test
    void a_journal_that_is_not_what_was_written_is_named_with_the_place() throws Exception {
        var response = new MockHttpServletResponse();
        new Faults()
                .resolveException(
                        new MockHttpServletRequest(),
                        response,
                        null,
                        new IllegalStateException("while loading", new JournalDamaged(12, "the line is not found")));

        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(text)
                .contains("JOURNAL_DAMAGED")
                .contains("at position 12: the line is not found")
                .contains("incident")
                .doesNotContain("while loading");
    }
}
