package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;

/**
 * One of the pieces that a file of H2 is made of (its chunks): a change of the store, written at once, between a head and a foot that agree.
 *
 * @param block where it stands, in blocks of 4,096 bytes
 * @param id its number, which is used again after a while
 * @param version which change of the store it is
 * @param time when it was written, in ms since the file was made; it never falls from one change to the next
 */
record H2Piece(long block, long id, long version, long time) {
    static final int BLOCK = 4_096;

    private static final int FIRST_BLOCK = 2;
    private static final int BLOCKS_READ = 256;
    private static final int HEAD = 256;
    private static final int FOOT = 128;
    private static final int TRIED_AT_MOST = 50;
    private static final String WHICH =
            "chunk:(?<id>[0-9a-f]{1,8}),len:(?<len>[0-9a-f]{1,8}),%sversion:(?<version>[0-9a-f]{1,15})";
    private static final Pattern HEAD_LINE =
            Pattern.compile(WHICH.formatted("[^\\n]*,time:(?<time>[0-9a-f]{1,15}),") + "[, \\n]");
    private static final Pattern FOOT_LINE =
            Pattern.compile("(?<said>" + WHICH.formatted("") + "),fletcher:(?<check>[0-9a-f]{1,8})\\s*");

    /**
     * The newest whole pieces of a file among those that are newer than a version, the newest first.
     *
     * <p>A piece that is older than the one of that version is left from a time that was given up after a loss of power, and is not taken up again.
     */
    static List<H2Piece> newerThan(long version, FileChannel file) throws IOException {
        var found = new ArrayList<H2Piece>();
        var blocks = ByteBuffer.allocate(BLOCKS_READ * BLOCK);
        for (var first = (long) FIRST_BLOCK; first * BLOCK < file.size(); first += BLOCKS_READ) {
            read(file, first * BLOCK, blocks.clear());
            for (var at = 0; at + HEAD <= blocks.position(); at += BLOCK) {
                whole(file, first + at / BLOCK, text(blocks, at, HEAD))
                        .filter(piece -> piece.version >= version)
                        .ifPresent(found::add);
            }
        }
        var since = found.stream()
                .filter(piece -> piece.version == version)
                .mapToLong(H2Piece::time)
                .max()
                .orElse(0);
        return found.stream()
                .filter(piece -> piece.version > version && piece.time >= since)
                .sorted(Comparator.comparingLong(H2Piece::version).reversed().thenComparingLong(H2Piece::block))
                .limit(TRIED_AT_MOST)
                .toList();
    }

    private static Optional<H2Piece> whole(FileChannel file, long block, String text) throws IOException {
        var head = HEAD_LINE.matcher(text);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.allocate(FOOT);
        read(file, (block + hex(head.group("len"))) * BLOCK - FOOT, bytes);
        var foot = FOOT_LINE.matcher(text(bytes, 0, bytes.position()));
        return foot.matches()
                        && checks(foot.group("said"), foot.group("check"))
                        && foot.group("id").equals(head.group("id"))
                        && foot.group("len").equals(head.group("len"))
                        && foot.group("version").equals(head.group("version"))
                ? Optional.of(
                        new H2Piece(block, hex(head.group("id")), hex(head.group("version")), hex(head.group("time"))))
                : Optional.empty();
    }

    /** Whether what is said in a line of H2 is what was written. */
    static boolean checks(String said, String check) {
        return check.equals(check(said));
    }

    static String check(String said) {
        var bytes = said.getBytes(StandardCharsets.ISO_8859_1);
        return Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
    }

    private static long hex(String digits) {
        return Long.parseLong(digits, 16);
    }

    static String text(ByteBuffer bytes, int at, int length) {
        return new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
    }

    static void read(FileChannel file, long at, ByteBuffer target) throws IOException {
        var read = 0;
        while (target.hasRemaining() && read >= 0) {
            read = file.read(target, at + target.position());
        }
    }
}
