package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a file of H2 that was not closed is opened in the last state that is in it.
 *
 * <p>H2 itself looks for that state by following a chain of pieces from the file's header. When the header or a piece of the chain is not
 * on disk, or written over, it opens an older state, whole but too short, though all of the newer one is in the file. So the whole file is
 * looked through first, and when there is a newer state that H2 opens without complaint, the header is made to point to it. Nothing else in
 * the file is changed.
 */
public final class UnclosedFile {
    private static final Logger LOG = LoggerFactory.getLogger(UnclosedFile.class);
    private static final long NOTHING = -1;

    private UnclosedFile() {}

    /**
     * Looks through a file unless it was closed, or is not there, or has nothing in it; that takes as long as reading it.
     *
     * @throws MVStoreException when another process has the file
     */
    public static void lookThrough(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = H2Header.of(channel);
            if (header.isPresent()) {
                lookThrough(file, channel, header.get());
            }
        }
    }

    /** A file that was closed and does not open is damaged; that is for people. */
    private static void lookThrough(Path file, FileChannel channel, H2Header header) throws IOException {
        var opened = opensAt(file);
        if (header.isClosed() && (opened == NOTHING || opened == header.version())) {
            return;
        }
        channel.force(true);
        var newer = H2Piece.newerThan(opened, channel);
        LOG.debug("{} was not closed; it opens in state {}, and {} later ones are in it", file, opened, newer.size());
        if (!newer.isEmpty()) {
            repair(file, header, opened, newer);
        }
    }

    private static void repair(Path file, H2Header header, long opened, List<H2Piece> newer) throws IOException {
        var last = header;
        var found = false;
        try {
            for (var piece : newer) {
                last = header.pointingTo(piece).replace(last, file);
                if (opensAt(file) >= piece.version()) {
                    found = true;
                    LOG.warn("{} was not closed; it is opened in state {}, not {}", file, piece.version(), opened);
                    return;
                }
            }
        } finally {
            if (!found) {
                header.replace(last, file);
            }
        }
    }

    /**
     * The state in which H2 opens a file; -1 when it does not.
     *
     * <p>A store that does not open keeps the lock of a file that it opened itself; of this one it does not.
     */
    static long opensAt(Path file) {
        var pieces = new SingleFileStore(new HashMap<>());
        pieces.open(file.toString(), true, null);
        try (var store = new MVStore.Builder()
                .fileStore(pieces)
                .readOnly()
                .autoCommitDisabled()
                .open()) {
            return store.getCurrentVersion();
        } catch (RuntimeException damaged) {
            LOG.debug("{} does not open", file, damaged);
            return NOTHING;
        } finally {
            pieces.close();
        }
    }
}
