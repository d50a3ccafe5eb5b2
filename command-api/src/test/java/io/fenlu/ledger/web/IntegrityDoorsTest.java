package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.integrity.Checkpoint;
import io.fenlu.ledger.integrity.MerkleTree;
import io.fenlu.ledger.integrity.SignedNote;
import io.fenlu.ledger.integrity.VerifierKey;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class IntegrityDoorsTest {
    private static OpenLedger ledger;

    /** One line about the key and nine credit lines, signed. */
    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory, "--ledger.origin=fenlu/test", "--ledger.checkpoint-at-latest=200ms");
        for (var line = 0; line < 9; line++) {
            Samples.openLine(ledger, "100.00");
        }
        await().until(() -> newest().size() == 10);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static OpenLedger.Said get(String path) {
        return ledger.send(ledger.at(path).build());
    }

    private static Checkpoint newest() {
        var said = get("/integrity/checkpoint");
        return said.status() == 200
                ? Checkpoint.parse(SignedNote.parse(said.text()).body())
                : new Checkpoint("none", 0, new byte[0]);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    private static List<byte[]> path(JsonNode proof) {
        return proof.path("hashes").valueStream().map(IntegrityDoorsTest::bytes).toList();
    }

    @Test
    void the_newest_checkpoint_is_signed_by_the_key_that_the_ledger_shows() {
        var said = get("/integrity/checkpoint");
        var key = VerifierKey.parse(get("/integrity/key").text());

        assertThat(said.header("Content-Type")).startsWith("text/plain");
        assertThat(key.origin()).isEqualTo("fenlu/test");
        assertThat(SignedNote.parse(said.text()).isSignedBy(key)).isTrue();
        assertThat(said.text()).startsWith("fenlu/test\n10\n");
        assertThat(get("/integrity/checkpoint?size=10").text()).isEqualTo(said.text());
    }

    @Test
    void every_line_is_proved_to_be_in_the_log_that_was_signed() {
        var root = newest().root();
        for (var position = 1; position <= 10; position++) {
            var proof = get("/integrity/inclusion?position=" + position).json();
            assertThat(proof.path("size").asLong()).isEqualTo(10);
            assertThat(bytes(proof.path("root"))).isEqualTo(root);
            assertThat(MerkleTree.included(bytes(proof.path("leaf_hash")), position - 1, 10, path(proof), root))
                    .isTrue();
        }
    }

    @Test
    void the_log_is_proved_to_continue_what_it_was_before() {
        for (var from = 1; from <= 10; from++) {
            var proof = get("/integrity/consistency?from=" + from + "&to=10").json();
            assertThat(MerkleTree.consistent(
                            from, bytes(proof.path("from_root")), 10, bytes(proof.path("to_root")), path(proof)))
                    .isTrue();
        }
    }

    @Test
    void the_feed_gives_the_lines_as_they_are_kept_and_goes_on_after_any_position() {
        var all = get("/events");
        assertThat(all.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(all.header("Ledger-Position")).isEqualTo("10");
        assertThat(all.text().lines())
                .hasSize(10)
                .allMatch(line -> line.matches("\\{\"position\":[0-9]+,.*\"hash\":\"[0-9a-f]{64}\"}"));
        assertThat(all.text())
                .startsWith("{\"position\":1,\"sequence\":0,")
                .contains("integrity.signing-key-introduced");

        assertThat(get("/events?after=3&limit=2").text().lines())
                .isEqualTo(all.text().lines().toList().subList(3, 5));
        assertThat(get("/events?after=10").text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/integrity/checkpoint?size=999, 404, CHECKPOINT_UNKNOWN",
        "/integrity/checkpoint?size=ten, 400, NUMBER_MALFORMED",
        "/integrity/inclusion, 400, FIELD_MISSING",
        "/integrity/inclusion?position=0, 404, POSITION_UNKNOWN",
        "/integrity/inclusion?position=11, 404, POSITION_UNKNOWN",
        "/integrity/inclusion?position=5&size=4, 404, POSITION_UNKNOWN",
        "/integrity/inclusion?position=1&size=11, 422, SIZE_BEYOND_LOG",
        "/integrity/inclusion?position=-1, 400, NUMBER_MALFORMED",
        "/integrity/inclusion?position=1.5, 400, NUMBER_MALFORMED",
        "/integrity/inclusion?position=9999999999999999999, 400, NUMBER_MALFORMED",
        "/integrity/consistency?from=6&to=5, 422, RANGE_REVERSED",
        "/integrity/consistency?from=6&to=11, 422, SIZE_BEYOND_LOG",
        "/integrity/consistency?to=5, 400, FIELD_MISSING",
        "/integrity/consistency?from=x&to=5, 400, NUMBER_MALFORMED",
        "/events?after=11, 404, POSITION_UNKNOWN",
        "/events?after=-1, 400, NUMBER_MALFORMED",
        "/events?limit=0, 422, LIMIT_OUT_OF_RANGE",
        "/events?limit=100001, 422, LIMIT_OUT_OF_RANGE",
        "/events?limit=all, 400, NUMBER_MALFORMED"
    })
    void a_question_that_has_no_answer_is_refused_by_name(String path, int status, String code) {
        var said = get(path);

        assertThat(said.text()).contains(code);
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"nine, 400, LAST_EVENT_ID_MALFORMED", "-1, 400, LAST_EVENT_ID_MALFORMED", "99, 404, POSITION_UNKNOWN"})
    void a_follower_that_resumes_where_nothing_is_is_refused_by_name(String id, int status, String code) {
        var said = ledger.send(ledger.at("/events")
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", id)
                .build());

        assertThat(said.status()).isEqualTo(status);
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void a_form_that_the_feed_does_not_write_is_refused_by_name() {
        var said = ledger.send(ledger.at("/events").header("Accept", "text/csv").build());

        assertThat(said.status()).isEqualTo(406);
        assertThat(said.code()).isEqualTo("NOT_ACCEPTABLE");
    }
}
