package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands at the beginning of a file of H2, twice: which of its pieces was the last when that was written. */
final class H2Header {
    private static final int COPIES = 2;
    private static final String CLEAN = "clean:1,";
    private static final Pattern LINE = Pattern.compile("(?<said>H:2,.*),fletcher:(?<check>[0-9a-f]+)\\n");
    private static final Pattern VERSION = Pattern.compile(",version:(?<version>[0-9a-f]{1,15})");

    private final byte[] bytes;
    private final String said;

    private H2Header(byte[] bytes, String said) {
        this.bytes = bytes;
        this.said = said;
    }

    /** The header; empty when neither copy is whole. */
    static Optional<H2Header> of(FileChannel file) throws IOException {
        var buffer = ByteBuffer.allocate(COPIES * H2Piece.BLOCK);
        H2Piece.read(file, 0, buffer);
        for (var copy = 0; copy < COPIES; copy++) {
            var line = LINE.matcher(H2Piece.text(buffer, copy * H2Piece.BLOCK, H2Piece.BLOCK));
            if (line.lookingAt() && H2Piece.checks(line.group("said"), line.group("check"))) {
                return Optional.of(new H2Header(buffer.array(), line.group("said")));
            }
        }
        return Optional.empty();
    }

    boolean isClosed() {
        return said.contains(CLEAN);
    }

    /** The change that was the last one; -1 when it does not say. */
    long version() {
        var last = VERSION.matcher(said);
        return last.find() ? Long.parseLong(last.group("version"), 16) : -1;
    }

    /** The same, but the last piece is another, and the file was not closed at it. */
    H2Header pointingTo(H2Piece piece) {
        var changed = said.replace(CLEAN, "")
                .replaceFirst(",block:[0-9a-f]+", ",block:" + Long.toHexString(piece.block()))
                .replaceFirst(",chunk:[0-9a-f]+", ",chunk:" + Long.toHexString(piece.id()))
                .replaceFirst(",version:[0-9a-f]+", ",version:" + Long.toHexString(piece.version()));
        var line = changed + ",fletcher:" + H2Piece.check(changed) + "\n";
        var copies = ByteBuffer.allocate(COPIES * H2Piece.BLOCK);
        for (var copy = 0; copy < COPIES; copy++) {
            copies.put(copy * H2Piece.BLOCK, line.getBytes(StandardCharsets.ISO_8859_1));
        }
        return new H2Header(copies.array(), changed);
    }

    /**
     * Puts it into a file in the place of another, just as it was read if it was, and returns it.
     *
     * @throws IOException when another process has the file, or has changed it
     */
    H2Header replace(H2Header before, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            var there = ByteBuffer.allocate(bytes.length);
            H2Piece.read(channel, 0, there);
            if (lock == null || !Arrays.equals(there.array(), before.bytes)) {
                throw new IOException("another process is using " + file);
            }
            var source = ByteBuffer.wrap(bytes);
            while (source.hasRemaining()) {
                channel.write(source, source.position());
            }
            channel.force(true);
            return this;
        }
    }
}
