package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A disk whose first flush waits until it is released. */
final class HeldDisk {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    volatile int flushes;
    private final DiskFlush disk;

    HeldDisk(DiskFlush disk) {
        this.disk = disk;
    }

    /** One that fails when it is released. */
    static HeldDisk failing() {
        return new HeldDisk(_ -> {
            throw new SQLException("no space left on device", "HY000");
        });
    }

    void flush(Connection connection) throws SQLException {
        flushes = flushes + 1;
        reached.countDown();
        try {
            release.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        disk.flush(connection);
    }
}
