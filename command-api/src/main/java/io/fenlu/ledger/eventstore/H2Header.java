package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands at the beginning of a file of H2, twice: which of its pieces was the last when that was written. */
final class H2Header {
    private static final int COPIES = 2;
    private static final String CLEAN = "clean:1,";
    private static final Pattern LINE = Pattern.compile("(?<said>H:2,.*),fletcher:(?<check>[0-9a-f]+)\\n");
    private static final Pattern VERSION = Pattern.compile(",version:(?<version>[0-9a-f]+)");

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

    /** Whether it says that the file was closed at a version. */
    boolean isClosedAt(long version) {
        var last = VERSION.matcher(said);
        return said.contains(CLEAN) && last.find() && Long.parseLong(last.group("version"), 16) == version;
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

    /** Puts it into the file, just as it was read if it was. */
    void write(FileChannel file) throws IOException {
        var source = ByteBuffer.wrap(bytes);
        while (source.hasRemaining()) {
            file.write(source, source.position());
        }
        file.force(true);
    }
}
