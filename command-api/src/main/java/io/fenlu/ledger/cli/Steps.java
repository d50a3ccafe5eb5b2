package io.fenlu.ledger.cli;

import java.io.PrintWriter;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells whoever waits how far a pass over the journal has come, at most once a second, and how fast it was at the end. */
final class Steps {
    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

    private final long of;
    private final String done;
    private final PrintWriter out;
    private final long began = System.nanoTime();
    private long told = began;

    private Steps(long of, String done, PrintWriter out) {
        this.of = of;
        this.done = done;
        this.out = out;
    }

    static Steps of(DataSource journal, String done, PrintWriter out) {
        var last = JdbcClient.create(journal)
                .sql("select coalesce(max(position), 0) from ledger_event")
                .query(Long.class)
                .single();
        return new Steps(last, done, out);
    }

    void reached(long position) {
        var now = System.nanoTime();
        if (now - told >= BETWEEN) {
            told = now;
            out.printf("%3d %%  position %,d of %,d%n", position * 100 / Math.max(1, of), position, of);
            out.flush();
        }
    }

    void end(long lines) {
        var millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        out.printf("%,d lines %s in %,d ms, %,d a second%n", lines, done, millis, lines * 1_000 / Math.max(1, millis));
        out.flush();
    }
}
