package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes beside the journal how far it had got on disk, so that a journal that has become shorter is noticed.
 *
 * <p>A database whose file is damaged may quietly go back to an older state of itself: whole, in its chain, and too short. The note
 * is written after each flush, into one of two places in turn, and not flushed itself: it may lag behind the journal, never lead it.
 */
public final class JournalMark {
    private static final Logger LOG = LoggerFactory.getLogger(JournalMark.class);
    private static final String FILE = "journal.mark";
    private static final Pattern NOTE = Pattern.compile("position (?<position>\\d{20}) (?<check>[0-9a-f]{8})\\n");
    private static final int LENGTH = 39;
    private static final int APART = 512;

    private final Path file;
    private final SerialAppender appender;
    private int turn;

    private JournalMark(Path file, SerialAppender appender) {
        this.file = file;
        this.appender = appender;
    }

    /**
     * Compares the note in a directory with the journal that was opened there, and keeps it up to date from now on.
     *
     * @param promise a journal that was left to the operating system may be shorter after a loss of power; that is only logged
     * @throws JournalDamaged when the journal is shorter than it was, or the note cannot be read
     */
    public static void keep(Path directory, SerialAppender appender, Durability promise) {
        var file = directory.resolve(FILE);
        try {
            var noted = noted(file);
            var there = appender.durablePosition();
            if (noted > there) {
                var sentence = "the journal ends at position " + there + " but was on disk up to " + noted;
                if (promise == Durability.DISK) {
                    throw new JournalDamaged(there + 1, sentence + "; see durability.md before removing " + file);
                }
                LOG.warn("{}; what was acknowledged between them is lost", sentence);
            }
            var mark = new JournalMark(file, appender);
            mark.write();
            appender.whenDurable(mark::write);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use " + file, failure);
        }
    }

    /**
     * The position that is noted in a file; 0 when nothing was ever noted.
     *
     * @throws JournalDamaged when there are notes, and none can be read
     */
    static long noted(Path file) throws IOException {
        var bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        var first = note(bytes, 0);
        var second = note(bytes, APART);
        if (first.isEmpty() && second.isEmpty() && bytes.length > 0) {
            throw new JournalDamaged("the note of how far the journal had got cannot be read; see durability.md before"
                    + " removing " + file);
        }
        return Math.max(first.orElse(0), second.orElse(0));
    }

    private static OptionalLong note(byte[] bytes, int at) {
        if (bytes.length < at + LENGTH) {
            return OptionalLong.empty();
        }
        var text = new String(bytes, at, LENGTH, StandardCharsets.US_ASCII);
        var note = NOTE.matcher(text);
        return note.matches() && check(note.group("position")).equals(note.group("check"))
                ? OptionalLong.of(Long.parseLong(note.group("position")))
                : OptionalLong.empty();
    }

    private static String check(String position) {
        var crc = new CRC32();
        crc.update(position.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private void write() {
        var position = String.format(Locale.ROOT, "%020d", appender.durablePosition());
        var note = "position " + position + " " + check(position) + "\n";
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.US_ASCII)), (long) turn * APART);
            turn = 1 - turn;
        } catch (IOException failure) {
            LOG.warn("cannot note in {} how far the journal has got", file, failure);
        }
    }
}
