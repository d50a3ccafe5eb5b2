package io.fenlu.ledger.notary;

import io.fenlu.ledger.integrity.MalformedNote;
import io.fenlu.ledger.integrity.UnusableKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * All checkpoints once more in a plain file beside the key: notes with an empty line after each. Whoever takes checkpoints out of the
 * database has this file to reckon with.
 */
public final class CheckpointFile {
    private static final int LINES_OF_A_NOTE = 6;

    private final Path file;
    private long end = -1;

    public CheckpointFile(Path file) {
        this.file = file;
    }

    /** The checkpoints in the file, oldest first; a last one that was not written to its end is left out. */
    public List<KeptCheckpoint> all() {
        var notes = new ArrayList<KeptCheckpoint>();
        var text = text();
        var from = 0;
        for (var end = endOfNote(text, from); end > 0; end = endOfNote(text, from)) {
            try {
                notes.add(KeptCheckpoint.of(text.substring(from, end - 1)));
            } catch (MalformedNote malformed) {
                throw new UnusableKey(
                        file + " is damaged after " + notes.size() + " checkpoints: " + malformed.getMessage());
            }
            from = end;
        }
        return notes;
    }

    /** Adds checkpoints; they are on disk when this returns. */
    void append(List<KeptCheckpoint> checkpoints) throws IOException {
        var more = new StringBuilder();
        checkpoints.forEach(each -> more.append(each.note()).append('\n'));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (end < 0) {
                end = endOfWhole();
            }
            channel.truncate(end).position(end);
            var bytes = ByteBuffer.wrap(more.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            end = channel.position();
        }
    }

    /** Where the last whole note ends, in bytes: after every sixth line. */
    private long endOfWhole() throws IOException {
        var bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        var end = 0;
        var lines = 0;
        for (var at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n' && ++lines % LINES_OF_A_NOTE == 0) {
                end = at + 1;
            }
        }
        return end;
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UnusableKey(file + " cannot be read: " + failure);
        }
    }

    private static int endOfNote(String text, int from) {
        var at = from;
        for (var line = 0; line < LINES_OF_A_NOTE; line++) {
            at = text.indexOf('\n', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        return at;
    }
}
