package io.fenlu.ledger.view.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.postgres.PostgresServer;
import io.fenlu.ledger.view.Story;
import io.fenlu.ledger.view.TestLedger;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts make the same views and the same answers, whichever database keeps them. */
class BothDatabasesTest {
    private static final TestLedger EMBEDDED = new TestLedger("ledger.view.batch=3");
    private static final TestLedger SERVER =
            new TestLedger("ledger.view.batch=7", "test.database=" + PostgresServer.emptyDatabase());
    private static final Story STORY = new Story(EMBEDDED);

    @BeforeAll
    static void tell() {
        STORY.toTheEnd();
        new Story(EMBEDDED, 3).requested();
        new Story(EMBEDDED, -4).requested();
        SERVER.copy(EMBEDDED);
        EMBEDDED.catchUp();
        SERVER.catchUp();
    }

    @AfterAll
    static void close() {
        EMBEDDED.close();
        SERVER.close();
    }

    private static List<ViewComparison> digests(TestLedger ledger, boolean replace) throws InterruptedException {
        var report = ledger.bean(Rebuild.class).run(replace, (_, _) -> {});
        assertThat(report.allEqual()).as("%s", report.views()).isTrue();
        return report.views();
    }

    @Test
    void every_view_has_the_same_content_and_is_made_again_to_the_same_content() throws InterruptedException {
        assertThat(digests(SERVER, false)).hasSizeGreaterThan(5).isEqualTo(digests(EMBEDDED, false));
        assertThat(digests(SERVER, true)).isEqualTo(digests(EMBEDDED, true));
        assertThat(digests(SERVER, false)).isEqualTo(digests(EMBEDDED, false));
        assertThat(SERVER.bean(AggregateDigests.class).digest((_, _, _, _) -> {}))
                .isEqualTo(EMBEDDED.bean(AggregateDigests.class).digest((_, _, _, _) -> {}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/loans/{loan}",
                "/loans/{loan}?as_of=2026-02-10",
                "/loans/{loan}/schedule",
                "/loans/{loan}/repayments",
                "/loans/{loan}/statement?from=2026-01-01&to=2026-12-31",
                "/loans/{loan}/events",
                "/loans?credit_line_id={line}&limit=2",
                "/loans?status=settled",
                "/credit-lines/{line}",
                "/credit-lines/{line}?as_of=2026-01-20",
                "/credit-lines/{line}/events?limit=3",
                "/books/trial-balance",
                "/books/trial-balance?as_of=2026-02-10&at_position=12",
                "/books/journal?loan_id={loan}",
                "/books/journal?after=5&limit=2"
            })
    void every_question_gets_the_same_answer(String question) {
        var path = question.replace("{loan}", STORY.loan.toString()).replace("{line}", STORY.line.toString());
        assertThat(SERVER.ask(path).ok()).isEqualTo(EMBEDDED.ask(path).ok());
    }
}
