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
        var key = SigningKey.in(directory.resolve("key"));
        var note = SignedNote.sign(CHECKPOINT.body(), "fenlu/ledger", key.secret(), key.open());
        var read = SignedNote.parse(note.text());
        assertThat(read).isEqualTo(note);
        assertThat(Checkpoint.parse(read.body()).size()).isEqualTo(1_234);
        assertThat(read.isSignedBy(key.open())).isTrue();
        assertThat(read.isSignedBy(SigningKey.in(directory.resolve("other")).open()))
                .isFalse();
    }

    @Test
    void a_changed_checkpoint_is_not_signed_any_more() {
        var key = SigningKey.in(directory.resolve("key"));
        var text = SignedNote.sign(CHECKPOINT.body(), "fenlu/ledger", key.secret(), key.open())
                .text();
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
    void the_key_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        var file = directory.resolve("key");
        var key = SigningKey.in(file);
        assertThat(SigningKey.in(file).open()).isEqualTo(key.open());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
