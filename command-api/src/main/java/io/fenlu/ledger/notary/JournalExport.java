package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.HashedLine;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.LedgerReader;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the journal into a file, or what is missing there of it. */
public final class JournalExport {
    private static final int LINES_PER_READ = 500;
    private static final int TAIL = 4 << 20;
    private static final Pattern POSITION = Pattern.compile("\\{\"position\":([0-9]{1,18}),.*");

    private final TreeTables tables;
    private final LedgerReader reader;
    private final Path file;
    private final LongConsumer progress;

    public JournalExport(DataSource journal, Path file, LongConsumer progress) {
        tables = new TreeTables(journal);
        reader = LedgerReader.ofAll(JdbcClient.create(journal));
        this.file = file;
        this.progress = progress;
    }

    /**
     * Everything; how many lines were written now.
     *
     * @throws IOException when the file is not a beginning of this export, or cannot be written
     */
    public long all() throws IOException {
        return write(Long.MAX_VALUE);
    }

    /**
     * Everything that the newest checkpoint speaks of, and that checkpoint.
     *
     * @throws IOException as above, and when nothing was signed yet
     */
    public long signed(Path checkpoint) throws IOException {
        var newest = tables.newest()
                .orElseThrow(() -> new IOException("no checkpoint was signed yet; start the ledger once"));
        var lines = write(newest.size());
        Files.writeString(checkpoint, newest.note());
        return lines;
    }

    private long write(long end) throws IOException {
        var position = resume();
        if (position > end) {
            throw new IOException(
                    file + " goes on to position " + position + ", behind the newest checkpoint at " + end);
        }
        var begun = position;
        try (var stream = new FileOutputStream(file.toFile(), true);
                var out = new BufferedOutputStream(stream, 1 << 16)) {
            while (position < end) {
                var lines = reader.hashedAfter(position, (int) Math.min(LINES_PER_READ, end - position));
                for (var line : lines) {
                    if (line.event().position() != position + 1) {
                        throw new JournalDamaged(position + 1, "the line is missing");
                    }
                    out.write(bytes(line));
                    position++;
                }
                progress.accept(position);
                if (lines.isEmpty()) {
                    break;
                }
            }
            out.flush();
            stream.getFD().sync();
        }
        if (end != Long.MAX_VALUE && position < end) {
            throw new JournalDamaged(
                    position + 1, "the line is missing: a checkpoint over " + end + " lines was signed");
        }
        return position - begun;
    }

    /** Cuts off a line that was not written to its end, and tells the position of the last whole one. */
    private long resume() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return 0;
        }
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            var tail = new byte[(int) Math.min(TAIL, open.length())];
            var from = open.length() - tail.length;
            open.seek(from);
            open.readFully(tail);
            var end = before(tail, tail.length);
            if (end == 0 && from > 0) {
                throw new IOException(file + " is not an export of this journal");
            }
            var start = before(tail, end - 1);
            var position = end == 0 ? 0 : requireOurs(new String(tail, start, end - start, StandardCharsets.UTF_8));
            open.setLength(from + end);
            return position;
        }
    }

    /** How many of the bytes before an index stand up to and with the last end of a line. */
    private static int before(byte[] bytes, int index) {
        var end = Math.max(0, index);
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private long requireOurs(String last) throws IOException {
        var position = POSITION.matcher(last.strip());
        if (position.matches()) {
            var line = reader.hashedAfter(Long.parseLong(position.group(1)) - 1, 1);
            if (!line.isEmpty() && last.equals(ExportLine.of(line.getFirst()) + "\n")) {
                return line.getFirst().event().position();
            }
        }
        throw new IOException(file + " is not an export of this journal: its last line is not one of the journal's");
    }

    private static byte[] bytes(HashedLine line) {
        return (ExportLine.of(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
