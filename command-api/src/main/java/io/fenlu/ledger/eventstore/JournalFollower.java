package io.fenlu.ledger.eventstore;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks every few milliseconds whether another process has written to the same journal, and then sends the writer to see: readers here
 * go on as soon as the writer knows.
 */
public final class JournalFollower implements AutoCloseable {
    private static final long EVERY_MILLIS = 25;
    private static final long WHEN_UNREACHABLE_MILLIS = 1_000;

    private final JdbcClient jdbc;
    private final SerialAppender appender;
    private final Thread thread;

    private JournalFollower(JdbcClient jdbc, SerialAppender appender) {
        this.jdbc = jdbc;
        this.appender = appender;
        thread = Thread.ofPlatform().name("journal-follower").daemon().unstarted(this::follow);
    }

    public static JournalFollower start(JdbcClient jdbc, SerialAppender appender) {
        var follower = new JournalFollower(jdbc, appender);
        follower.thread.start();
        return follower;
    }

    private void follow() {
        try {
            while (true) {
                Thread.sleep(look() ? EVERY_MILLIS : WHEN_UNREACHABLE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look() {
        try {
            if (lastPosition() > appender.durablePosition()) {
                appender.look();
            }
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    private long lastPosition() {
        return jdbc.sql("select coalesce(max(position), 0) from ledger_event")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
