package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
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
        if (!Files.exists(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = H2Header.of(channel);
            if (header.isEmpty()) {
                return;
            }
            var opened = opensAt(file);
            if (!header.get().isClosedAt(opened)) {
                LOG.info("{} was not closed; all of its {} MB are looked through", file, channel.size() >> 20);
                var newer = H2Piece.newerThan(opened, channel);
                LOG.info("{} opens in state {}; {} later ones are in it", file, opened, newer.size());
                if (!newer.isEmpty()) {
                    repair(file, header.get(), opened, newer);
                }
            }
        }
    }

    private static void repair(Path file, H2Header header, long opened, Iterable<H2Piece> newer) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (var piece : newer) {
                header.pointingTo(piece).write(channel);
                if (opensAt(file) >= piece.version()) {
                    LOG.warn(
                            "{} would have been opened in state {}; it is now opened in state {}",
                            file,
                            opened,
                            piece.version());
                    return;
                }
            }
            header.write(channel);
        }
    }

    private static long opensAt(Path file) {
        try (var store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return store.getCurrentVersion();
        } catch (MVStoreException damaged) {
            if (damaged.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw damaged;
            }
            return NOTHING;
        }
    }
}
