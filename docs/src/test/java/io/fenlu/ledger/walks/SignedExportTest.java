package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.integrity.SigningKey;
import io.fenlu.ledger.integrity.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a regulator holds in hands: an export of the shipped program, a checkpoint, a key, and one Java file. */
class SignedExportTest {
    private static final int LINES = 40;

    @TempDir
    private static Path directory = Path.of("");

    private static String export = "";
    private static String checkpoint = "";
    private static String key = "";
    private static ForeignVerifier verifier;

    @BeforeAll
    static void exportOfTheShippedProgram() throws Exception {
        verifier = ForeignVerifier.compiledInto(directory.resolve("classes"));
        var data = directory.resolve("data");
        try (var ledger = RunningLedger.open(data)) {
            key = ledger.get("/integrity/key").body().strip();
            assertThat(fenlu("verify", "--data", data.toString()))
                    .as("a running ledger is not read behind its back")
                    .isEqualTo(2);
            for (var line = 0; line < LINES; line++) {
                ledger.post("/credit-lines", "line-" + line, """
                    {"borrower_id":"borrower-1","limit":{"amount":"500.00","currency":"CNY"},"opened_on":"2026-01-05"}\
                    """);
            }
        }
        assertThat(fenlu("keys", "rotate", "--data", data.toString())).isZero();
        assertThat(fenlu(
                        "export",
                        directory.resolve("export.ndjson").toString(),
                        "--checkpoint",
                        directory.resolve("checkpoint.txt").toString(),
                        "--data",
                        data.toString()))
                .isZero();
        assertThat(fenlu("verify", "--key", key, "--data", data.toString())).isZero();
        export = Files.readString(directory.resolve("export.ndjson"));
        checkpoint = Files.readString(directory.resolve("checkpoint.txt"));
    }

    private static int fenlu(String... words) {
        return RunningLedger.run(directory.resolve("fenlu.log"), words);
    }

    private static List<String> lines() {
        return new ArrayList<>(export.lines().toList());
    }

    private static String changed(int line, String from, String to) {
        var lines = lines();
        assertThat(lines.get(line)).contains(from);
        lines.set(line, lines.get(line).replaceFirst(Pattern.quote(from), to));
        return String.join("\n", lines) + "\n";
    }

    private static void assertRejected(String what, String changed, String reason) {
        assertThat(changed).as(what).isNotEqualTo(export);
        assertThat(verifier.objection(changed, checkpoint, key))
                .as(what)
                .hasValueSatisfying(why -> assertThat(why).contains(reason));
    }

    @Test
    void a_good_export_is_accepted_under_the_first_key_the_present_one_and_the_logs_own_word() throws Exception {
        assertThat(lines()).hasSize(LINES + 2);
        assertThat(verifier.objection(export, checkpoint, key)).isEmpty();
        assertThat(verifier.objection(export, checkpoint, null)).isEmpty();

        var run = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        ForeignVerifier.source().toString(),
                        directory.resolve("export.ndjson").toString(),
                        directory.resolve("checkpoint.txt").toString(),
                        key)
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said).startsWith("OK: " + (LINES + 2) + " events").contains("follows from the key you hold");
    }

    @Test
    void each_field_that_was_edited_is_found_at_its_line() {
        var edits = new LinkedHashMap<String, String>();
        edits.put("\"position\":6", "\"position\":7");
        edits.put("\"sequence\":0", "\"sequence\":1");
        edits.put("\"recorded_at_micros\":1", "\"recorded_at_micros\":2");
        edits.put("\"event_id\":\"0", "\"event_id\":\"1");
        edits.put("credit-line.opened", "credit-line.closed");
        edits.put("\"revision\":1", "\"revision\":2");
        edits.put("\"aggregate_type\":\"c", "\"aggregate_type\":\"d");
        edits.put("\"aggregate_id\":\"", "\"aggregate_id\":\"f");
        edits.put("request_id", "request_ie");
        edits.put("CNY 500.00", "CNY 900.00");
        edits.put("\"hash\":\"", "\"hash\":\"0");
        edits.forEach((from, to) -> assertRejected(from, changed(5, from, to), "position 6: "));
    }

    @Test
    void lines_that_were_taken_out_put_in_or_moved_are_found() {
        assertRejected("deleted", SignedLog.without(export, 9), "position 10: ");
        assertRejected("first deleted", SignedLog.without(export, 0), "position 1: ");
        assertRejected("truncated", SignedLog.without(export, LINES + 1), "position 42: it is missing");
        assertRejected("cut in the middle", export.substring(0, export.length() - 20), "position 42: ");
        var twice = lines();
        twice.add(8, twice.get(7));
        assertRejected("duplicate", String.join("\n", twice) + "\n", "position 9: ");
        var swapped = lines();
        swapped.set(3, swapped.set(4, swapped.get(3)));
        assertRejected("swapped", String.join("\n", swapped) + "\n", "position 4: ");
        var appended = lines();
        appended.add(appended.getLast().replace("\"position\":42", "\"position\":43"));
        assertRejected("appended", String.join("\n", appended) + "\n", "position 43: ");
        assertRejected("emptied", "", "position 1: it is missing");
    }

    @Test
    void a_line_that_says_the_same_in_another_way_is_found() {
        assertRejected("blank inside", changed(2, "\"sequence\":0", "\"sequence\": 0"), "position 3: ");
        assertRejected("blank before", changed(2, "{\"position\"", " {\"position\""), "position 3: ");
        assertRejected("blank after", changed(2, "\"}", "\"} ").replaceFirst("}$", "}"), "position 3: ");
        assertRejected("other line ends", export.replace("\n", "\r\n"), "position 1: ");
        assertRejected("empty line", export.replaceFirst("\n", "\n\n"), "position 2: ");
        assertRejected("no last line end", export.strip(), "position 42: ");
        assertRejected("escape", changed(2, "credit-line", "\\\\u0063redit-line"), "position 3: ");
        assertRejected("zeros", changed(2, "\"sequence\":0", "\"sequence\":00"), "position 3: ");
        assertRejected("more", changed(2, "{\"position\"", "{\"x\":1,\"position\""), "position 3: ");
        assertRejected("twice", changed(2, "\"sequence\":0", "\"sequence\":0,\"sequence\":0"), "position 3: ");
        assertRejected(
                "order", changed(2, "\"position\":3,\"sequence\":0", "\"sequence\":0,\"position\":3"), "position 3: ");
        var bytes = export.getBytes(StandardCharsets.UTF_8);
        bytes[export.indexOf("borrower")] = (byte) 0xff;
        assertThat(verifier.objection(bytes, checkpoint, key)).get().asString().contains("is not UTF-8");
    }

    @Test
    void a_checkpoint_that_was_changed_or_is_foreign_is_found() {
        var stranger = SigningKey.make(directory.resolve("stranger"));
        var origin = checkpoint.lines().findFirst().orElseThrow();
        Map<String, UnaryOperator<String>> changes = Map.of(
                "size", note -> note.replace("\n42\n", "\n41\n"),
                "larger size", note -> note.replace("\n42\n", "\n43\n"),
                "origin", note -> note.replaceFirst("^fenlu", "fenlo"),
                "origin twice", note -> note.replace(origin, "fenlu/other"),
                "root", note -> note.replace(note.split("\n")[2], "A".repeat(43) + "="),
                "signature",
                        note -> note.substring(0, note.length() - 12) + "AAAAAAAA" + note.substring(note.length() - 4),
                "key hash", note -> note.replace(origin + " ", origin + " AAAA").replaceFirst("AAAA....", "AAAA"),
                "line", note -> note.replace("\n\n", "\nmore\n\n"),
                "no signature", note -> note.substring(0, note.indexOf("\n\n") + 1),
                "empty", _ -> "");
        changes.forEach((what, change) -> {
            var changed = change.apply(checkpoint);
            assertThat(changed).as(what).isNotEqualTo(checkpoint);
            assertThat(verifier.objection(export, changed, key)).as(what).isNotEmpty();
        });
        var foreign = new VerifierKey(origin, stranger.publicKey()).line();
        assertThat(verifier.objection(export, checkpoint, foreign))
                .get()
                .asString()
                .contains("none of this log's");
        assertThat(verifier.objection(export, checkpoint, "nonsense"))
                .get()
                .asString()
                .contains("name+hash+base64");
    }

    @Test
    void a_log_that_was_hashed_and_signed_anew_is_found_by_whoever_holds_the_key() throws IOException {
        var mine = SigningKey.make(directory.resolve("mine"));
        var theirs = SigningKey.make(directory.resolve("theirs"));
        var held = new VerifierKey("fenlu/test", mine.publicKey()).line();
        var events = new ArrayList<StoredEvent>(List.of(SignedLog.introduced("fenlu/test", mine)));
        for (var position = 2; position <= 20; position++) {
            events.add(SignedLog.event(position, "sample.saved", "{\"amount\":\"CNY 1.00\"}"));
        }
        var signed = SignedLog.checkpoint(events, "fenlu/test", mine);
        assertThat(verifier.objection(SignedLog.chained(events), signed, held)).isEmpty();

        events.set(9, SignedLog.event(10, "sample.saved", "{\"amount\":\"CNY 9.00\"}"));
        var rehashed = SignedLog.chained(events);
        assertThat(verifier.objection(rehashed, signed, held)).get().asString().contains("not those that were signed");
        var resigned = SignedLog.checkpoint(events, "fenlu/test", theirs);
        assertThat(verifier.objection(rehashed, resigned, held))
                .get()
                .asString()
                .contains("foreign key");
        events.set(0, SignedLog.introduced("fenlu/test", theirs));
        var anew = SignedLog.chained(events);
        assertThat(verifier.objection(anew, SignedLog.checkpoint(events, "fenlu/test", theirs), held))
                .get()
                .asString()
                .contains("the key you hold is none of this log's");
        assertThat(verifier.objection(anew, SignedLog.checkpoint(events, "fenlu/test", theirs), null))
                .as("without a key there is nothing to hold it against")
                .isEmpty();
    }

    @Test
    void a_handover_that_the_old_key_did_not_sign_is_found() {
        var mine = SigningKey.make(directory.resolve("first"));
        var theirs = SigningKey.make(directory.resolve("second"));
        var held = new VerifierKey("fenlu/test", mine.publicKey()).line();
        for (var signer : List.of(mine, theirs)) {
            var handover = VerifierKey.handover("fenlu/test", mine.publicKey(), theirs.publicKey());
            var events = List.of(
                    SignedLog.introduced("fenlu/test", mine),
                    SignedLog.event(2, "integrity.signing-key-rotated", """
                        {"old_public_key":"%s","old_key_hash":"%s","new_public_key":"%s","new_key_hash":"%s","signature":"%s",\
                        "rotated_on":"2026-01-06"}\
                        """.formatted(
                                    mine.publicKey(),
                                    new VerifierKey("fenlu/test", mine.publicKey()).hash(),
                                    theirs.publicKey(),
                                    new VerifierKey("fenlu/test", theirs.publicKey()).hash(),
                                    signer.sign(handover))));
            var objection = verifier.objection(
                    SignedLog.chained(events), SignedLog.checkpoint(events, "fenlu/test", theirs), held);
            assertThat(objection.orElse("none"))
                    .contains(signer == mine ? "none" : "position 2: the old key did not sign the new one");
        }
    }

    @Test
    void texts_with_every_kind_of_character_are_read_as_they_were_written() {
        var mine = SigningKey.make(directory.resolve("texts"));
        var all = new StringBuilder("{\"name\":\"");
        for (var c = 0; c < 0x180; c++) {
            all.append((char) c);
        }
        all.append("\u2028\u2029\ufeff分录 😀 \\u0041 \\\\ \\\" \"}");
        var events =
                List.of(SignedLog.introduced("fenlu/test", mine), SignedLog.event(2, "sample.named", all.toString()));
        assertThat(verifier.objection(
                        SignedLog.chained(events), SignedLog.checkpoint(events, "fenlu/test", mine), null))
                .isEmpty();
    }
}
