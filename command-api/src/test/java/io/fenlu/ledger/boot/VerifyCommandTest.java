package io.fenlu.ledger.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
class VerifyCommandTest {
    private static final Pattern KEY = Pattern.compile("new key (\\S+)");

    @TempDir
    private static Path kept = Path.of("");

    private static String key = "";

    private Path data = Path.of("");

    private record Ended(int code, String out, String err) {}

    private static Ended fenlu(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var realOut = System.out;
        var realErr = System.err;
        try (var toOut = new PrintStream(out, true, UTF_8);
                var toErr = new PrintStream(err, true, UTF_8)) {
            System.setOut(toOut);
            System.setErr(toErr);
            return new Ended(Fenlu.run(words), out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /** A ledger that has replaced its key twice: three lines, all signed. */
    @BeforeAll
    static void rotate() {
        begin(kept.resolve("data"));
        var rotated = fenlu("keys", "rotate", "--data", kept.resolve("data").toString());
        assertThat(rotated.code()).isZero();
        var found = KEY.matcher(rotated.out());
        assertThat(found.find()).as(rotated.out()).isTrue();
        key = found.group(1);
    }

    private static void begin(Path directory) {
        LedgerDatabase.journal(directory).close();
        assertThat(fenlu("keys", "rotate", "--data", directory.toString()).code())
                .isZero();
    }

    @BeforeEach
    void copy(@TempDir Path directory) throws IOException {
        data = directory.resolve("data");
        try (var files = Files.walk(kept.resolve("data"))) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                Files.copy(
                        file, data.resolve(kept.resolve("data").relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Ended verify(String... more) {
        var words = new ArrayList<>(List.of("verify", "--data", data.toString()));
        words.addAll(List.of(more));
        return fenlu(words.toArray(String[]::new));
    }

    private void change(String sql) {
        try (var journal = LedgerDatabase.journal(data)) {
            JdbcClient.create(journal).sql(sql).update();
        }
    }

    @Test
    void a_whole_journal_is_whole_and_under_the_key_that_one_holds() throws IOException {
        var whole = verify();
        assertThat(whole.err()).isEmpty();
        assertThat(whole.code()).isZero();
        assertThat(whole.out())
                .contains("3 lines verified in", "a second")
                .contains("whole: 3 lines", "signed up to 3 by " + key, "held against the key in the data directory");
        assertThat(verify("--key", key).out()).contains("held against the key you hold");

        var checkpoint = data.resolve("checkpoint.txt");
        var export = data.resolve("export.ndjson");
        var exported =
                fenlu("export", export.toString(), "--checkpoint", checkpoint.toString(), "--data", data.toString());
        assertThat(exported).extracting(Ended::code).isEqualTo(0);
        assertThat(Files.readAllLines(export)).hasSize(3);
        assertThat(verify("--checkpoint", checkpoint.toString()).code()).isZero();
    }

    @Test
    void an_export_goes_on_where_it_was_cut_and_only_if_it_is_one_of_this_journal() throws IOException {
        var export = data.resolve("export.ndjson");
        fenlu("export", export.toString(), "--data", data.toString());
        var whole = Files.readString(export);
        for (var length : new int[] {0, 10, whole.indexOf('\n') + 1, whole.length() - 1, whole.length()}) {
            Files.writeString(export, whole.substring(0, length));
            var again = fenlu("export", export.toString(), "--data", data.toString());
            assertThat(again.code()).as("%s", again).isZero();
            assertThat(Files.readString(export)).isEqualTo(whole);
        }
        Files.writeString(export, whole.replace("rotated_on", "rotated_at"));
        var foreign = fenlu("export", export.toString(), "--data", data.toString());
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(foreign.err()).contains("is not an export of this journal");
    }

    @Test
    void a_changed_line_is_named_also_when_the_ledger_does_not_open_any_more() {
        change("update ledger_event set payload = replace(payload, '2', '3') where position = 2");

        assertThat(verify()).satisfies(ended -> {
            assertThat(ended.out()).contains("the journal is damaged at position 2: the line does not match its hash");
            assertThat(ended.code()).isEqualTo(1);
        });
        var serve = fenlu("keys", "rotate", "--data", data.toString());
        assertThat(serve.code()).isEqualTo(2);
        assertThat(serve.err()).contains("the journal is damaged at position").hasLineCount(1);
    }

    @Test
    void a_checkpoint_or_a_key_that_is_none_or_not_of_this_log_is_refused_by_name() throws IOException {
        var other = data.resolveSibling("other");
        begin(other);
        var foreign = data.resolveSibling("foreign.txt");
        fenlu(
                "export",
                data.resolveSibling("x").toString(),
                "--checkpoint",
                foreign.toString(),
                "--data",
                other.toString());
        assertMisused(verify("--checkpoint", foreign.toString()), "which is none of this log's");
        assertMisused(verify("--key", key.replace("fenlu/", "fenlo/")), "the hash in the middle");
        assertMisused(verify("--key", "nonsense"), "a key is written as name+hash+base64");
        Files.writeString(foreign, "nonsense\n");
        assertMisused(verify("--checkpoint", foreign.toString()), "malformed");
        assertMisused(verify("--checkpoint", "nowhere"), "there is no readable file");
        assertMisused(fenlu("verify", "--data", data.resolve("empty").toString()), "there is no ledger in");
    }

    private static void assertMisused(Ended ended, String sentence) {
        assertThat(ended.err()).startsWith("fenlu: ").contains(sentence).hasLineCount(1);
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void a_journal_written_anew_with_another_key_is_not_held_to_be_this_one() throws IOException {
        var other = data.resolveSibling("other");
        begin(other);
        Files.copy(other.resolve("journal.mv.db"), data.resolve("journal.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(data.resolve("checkpoints.txt"));

        assertThat(verify().out()).contains("is not signed with the key in the data directory");
        assertThat(verify().code()).isEqualTo(1);
        assertMisused(verify("--key", key), "is none of those under which this log was signed");
    }
}
