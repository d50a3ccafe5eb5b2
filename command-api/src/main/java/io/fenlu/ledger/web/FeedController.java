package io.fenlu.ledger.web;

import io.fenlu.ledger.eventstore.LedgerReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to the whole log, line by line as it is kept: for auditors, and for whoever follows. */
@RestController
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
@Tag(name = "Feed", description = "Every event in its one order, resumable by position.")
class FeedController {
    private static final long LINES = 1_000;
    private static final long LINES_AT_MOST = 100_000;

    private final Feed feed;
    private final LedgerReader reader;

    FeedController(Feed feed, LedgerReader reader) {
        this.feed = feed;
        this.reader = reader;
    }

    @GetMapping(
            path = "/events",
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Operation(
            summary = "Read the log after a position",
            description =
                    "NDJSON ends after `limit` lines (1,000 unless told); `text/event-stream` stays open and goes on,"
                            + " its ids are positions, and `Last-Event-ID` resumes it.")
    void events(
            @RequestParam(name = "after", required = false) @Schema(type = "integer", example = "0") @Nullable
                    String after,
            @RequestParam(name = "limit", required = false) @Schema(type = "integer", example = "10") @Nullable
                    String limit,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpMethod method,
            HttpServletResponse response)
            throws IOException {
        var begin = lastEventId == null ? Numbers.or("after", after, 0) : resumed(lastEventId);
        var atMost = limit(limit);
        var durable = reader.durablePosition();
        if (begin > durable) {
            throw DoorClosed.by(
                    DoorRefusal.POSITION_UNKNOWN,
                    "The log ends at position " + durable + "; nothing comes after " + begin + " yet.");
        }
        response.setHeader("Ledger-Position", Long.toString(durable));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (method.equals(HttpMethod.HEAD)) {
            // nothing is written, so nobody would notice that the client went away
            response.setContentType(
                    wantsToFollow(accept) ? MediaType.TEXT_EVENT_STREAM_VALUE : MediaType.APPLICATION_NDJSON_VALUE);
        } else if (wantsToFollow(accept)) {
            feed.follow(begin, limit == null ? Long.MAX_VALUE : atMost, response);
        } else {
            feed.write(begin, atMost, response);
        }
    }

    private static long limit(@Nullable String given) {
        var limit = Numbers.or("limit", given, LINES);
        if (limit < 1 || limit > LINES_AT_MOST) {
            throw DoorClosed.at(
                    "limit",
                    DoorRefusal.LIMIT_OUT_OF_RANGE,
                    "A limit is 1 to " + LINES_AT_MOST + ", not " + limit + ".");
        }
        return limit;
    }

    private static long resumed(String lastEventId) {
        if (!Numbers.isNumber(lastEventId)) {
            throw DoorClosed.by(
                    DoorRefusal.LAST_EVENT_ID_MALFORMED,
                    "“" + Given.brief(lastEventId) + "” is not a position of this log.");
        }
        return Long.parseLong(lastEventId);
    }

    /** NDJSON for whoever does not prefer the other. */
    private static boolean wantsToFollow(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        var wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
        MimeTypeUtils.sortBySpecificity(wanted);
        for (var type : wanted) {
            if (type.includes(MediaType.APPLICATION_NDJSON)) {
                return false;
            }
            if (type.includes(MediaType.TEXT_EVENT_STREAM)) {
                return true;
            }
        }
        return false;
    }
}
