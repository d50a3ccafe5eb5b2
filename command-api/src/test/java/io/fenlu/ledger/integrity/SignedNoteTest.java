package io.fenlu.ledger.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedNoteTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint("fenlu/ledger", 1_234, new byte[Sha256.LENGTH]);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_checkpoint_is_read_as_it_was_signed_and_only_with_its_key() {
        var key = SigningKey.make(directory.resolve("key"));
        var note = SignedNote.sign(CHECKPOINT.body(), "fenlu/ledger", key);
        var read = SignedNote.parse(note.text());
        assertThat(read).isEqualTo(note);
        assertThat(Checkpoint.parse(read.body()).size()).isEqualTo(1_234);
        assertThat(read.isSignedBy(key.open())).isTrue();
        assertThat(read.isSignedBy(SigningKey.make(directory.resolve("other")).open()))
                .isFalse();
    }

    @Test
    void a_changed_checkpoint_is_not_signed_any_more() {
        var key = SigningKey.make(directory.resolve("key"));
        var text = SignedNote.sign(CHECKPOINT.body(), "fenlu/ledger", key).text();
        assertThat(SignedNote.parse(text.replace("1234", "1235")).isSignedBy(key.open()))
                .isFalse();
    }

    @Test
    void what_is_no_note_is_refused_by_name() {
        assertThatThrownBy(() -> SignedNote.parse("fenlu")).isInstanceOf(MalformedNote.class);
        assertThatThrownBy(() -> SignedNote.parse("a\n\n— name nonsense!\n")).isInstanceOf(MalformedNote.class);
        assertThatThrownBy(() -> Checkpoint.parse("name\nminus one\nroot\n")).isInstanceOf(MalformedNote.class);
    }

    @Test
    void a_key_that_others_can_read_is_refused_by_name() throws IOException {
        var file = directory.resolve("key");
        var key = SigningKey.make(file);
        assertThat(SigningKey.read(file).open()).isEqualTo(key.open());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SigningKey.read(file))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining(file + " can be used by others (rw-r-----)");
    }

    @Test
    void a_damaged_key_is_refused_by_name() throws IOException {
        var file = directory.resolve("key");
        SigningKey.make(file);
        var half = Files.readString(file).split("\n")[0];
        SigningKey.make(file);
        Files.writeString(file, half + "\n" + Files.readString(file).split("\n")[1] + "\n");
        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("halves do not belong together");
        Files.writeString(file, "nonsense\n");
        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("is damaged");
    }

    @Test
    void a_verifier_key_is_read_as_it_was_written_and_knows_what_its_secret_half_signed() {
        var key = SigningKey.make(directory.resolve("key"));
        var verifier = new VerifierKey("fenlu/ledger", key.publicKey());
        assertThat(VerifierKey.parse(verifier.line())).isEqualTo(verifier);
        assertThat(verifier.signed("text", key.sign("text"))).isTrue();
        assertThat(verifier.signed("other text", key.sign("text"))).isFalse();
        for (var line : new String[] {
            "", "a+b", verifier.line().replace("fenlu/ledger", "fenlu/lodger"), verifier.line() + "A", "a+00000000+AAAA"
        }) {
            assertThatThrownBy(() -> VerifierKey.parse(line)).as(line).isInstanceOf(MalformedNote.class);
        }
        assertThat(VerifierKey.isOrigin("fenlu/ledger")).isTrue();
        assertThat(VerifierKey.isOrigin("a b")).isFalse();
        assertThat(VerifierKey.isOrigin("a+b")).isFalse();
    }
}
