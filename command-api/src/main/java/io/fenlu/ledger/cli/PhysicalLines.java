package io.fenlu.ledger.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file as an editor counts them, one at a time, so that what is broken in one line stays in that line and a file of
 * any size needs the memory of one line.
 */
final class PhysicalLines implements AutoCloseable {
    private static final int LONGEST = 1 << 16;

    private final InputStream file;
    private long number;

    private PhysicalLines(InputStream file) {
        this.file = file;
    }

    /**
     * One line without its end.
     *
     * @param fault why the text cannot be used; then the text is empty
     */
    record Line(long number, String text, @Nullable String fault) {}

    static PhysicalLines of(Path file) throws IOException {
        return new PhysicalLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** The next line; none at the end of the file. */
    Optional<Line> next() throws IOException {
        var bytes = new ByteArrayOutputStream(1_024);
        var tooLong = false;
        var next = file.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = file.read()) {
            if (bytes.size() < LONGEST) {
                bytes.write(next);
            } else {
                tooLong = true;
            }
        }
        number++;
        return Optional.of(
                tooLong
                        ? new Line(number, "", "the line is longer than " + LONGEST + " bytes")
                        : decoded(bytes.toByteArray()));
    }

    private Line decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Line(number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, null);
        } catch (CharacterCodingException _) {
            return new Line(number, "", "the line is not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
