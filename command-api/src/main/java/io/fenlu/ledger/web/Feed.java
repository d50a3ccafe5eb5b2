package io.fenlu.ledger.web;

import io.fenlu.ledger.eventstore.HashedLine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.notary.ExportLine;
import io.fenlu.ledger.notary.Tide;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes lines of the log to a client as fast as the client takes them: a few lines are read, written, and only then more are read, so
 * a slow client costs its own patience and nothing else.
 */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int LINES_PER_READ = 200;
    private static final Duration BETWEEN_READS = Duration.ofMillis(5);

    private final LedgerReader reader;
    private final Tide tide;
    private final Duration heartbeat;
    private final Semaphore followers;

    Feed(
            LedgerReader reader,
            Tide tide,
            @Value("${ledger.feed-heartbeat:15s}") Duration heartbeat,
            @Value("${ledger.feed-followers:64}") int followers) {
        this.reader = reader;
        this.tide = tide;
        this.heartbeat = heartbeat;
        this.followers = new Semaphore(followers);
    }

    /** Writes the lines after a position, as NDJSON, and ends. */
    void write(long after, long limit, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        try {
            var position = after;
            for (var left = limit; left > 0; ) {
                var lines = reader.hashedAfter(position, (int) Math.min(LINES_PER_READ, left));
                if (lines.isEmpty()) {
                    break;
                }
                put(lines, line -> ExportLine.of(line) + "\n", response);
                position = lines.getLast().event().position();
                left -= lines.size();
            }
            response.flushBuffer();
        } catch (IOException gone) {
            LOG.debug("a reader of the feed went away", gone);
        }
    }

    /** Writes the lines after a position, and each new one when it is on disk, as events, until the client or the ledger ends. */
    void follow(long after, long limit, HttpServletResponse response) {
        if (!followers.tryAcquire()) {
            throw new DoorClosed(
                    Problem.of(DoorRefusal.FEED_FULL, 503, DoorRefusal.FEED_FULL.sentence()),
                    Map.of(HttpHeaders.RETRY_AFTER, "30"));
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            goOn(after, limit, response);
        } catch (IOException gone) {
            LOG.debug("a follower of the feed went away", gone);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            followers.release();
        }
    }

    private void goOn(long after, long limit, HttpServletResponse response) throws IOException, InterruptedException {
        say(": the log after position " + after + "\n\n", response);
        var position = after;
        for (var left = limit; left > 0 && !tide.isClosed(); ) {
            var lines = reader.hashedAfter(position, (int) Math.min(LINES_PER_READ, left));
            if (!lines.isEmpty()) {
                put(
                        lines,
                        line -> "id: " + line.event().position() + "\ndata: " + ExportLine.of(line) + "\n\n",
                        response);
                response.flushBuffer();
                position = lines.getLast().event().position();
                left -= lines.size();
            }
            if (lines.size() < LINES_PER_READ && left > 0) {
                Thread.sleep(BETWEEN_READS);
                if (!tide.awaitAfter(position, heartbeat) && !tide.isClosed()) {
                    say(": still here\n\n", response);
                }
            }
        }
    }

    private static void put(List<HashedLine> lines, Function<HashedLine, String> form, HttpServletResponse response)
            throws IOException {
        var out = response.getOutputStream();
        for (var line : lines) {
            out.write(form.apply(line).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void say(String comment, HttpServletResponse response) throws IOException {
        response.getOutputStream().write(comment.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    /** Followers are let go before the doors close, which would otherwise wait for them. */
    @EventListener
    void closing(ContextClosedEvent closing) {
        tide.close();
    }
}
