package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.BusinessDate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all questions have in common: a position to wait for, a position that is answered, a business day to ask about. */
@Component
public final class ReadingDesk {
    /** The header that says up to which position the answer has read. */
    public static final String POSITION = "Ledger-Position";

    /** What the parameter {@code min_position} does, for the description of the doors. */
    public static final String WAITS =
            "the Ledger-Position that a write answered with; the answer waits until it is read";

    private final ViewPositions positions;
    private final Duration patience;
    private final ZoneId zone;

    public ReadingDesk(
            ViewTables live,
            @Value("${ledger.view.wait:5s}") Duration patience,
            @Value("${ledger.zone:Asia/Shanghai}") ZoneId zone) {
        this.positions = live.positions();
        this.patience = patience;
        this.zone = zone;
    }

    /**
     * Answers a question once its views have read far enough.
     *
     * @param minPosition the position they must have reached; none is content with whatever they have read
     * @param question gets the position up to which all of them have read, and answers from nothing later
     * @throws NoAnswer {@link ReadRefusal#VIEW_BEHIND} when they have not got there in time
     */
    public <T> ResponseEntity<T> answer(@Nullable Long minPosition, List<String> views, LongFunction<T> question) {
        var wanted = minPosition == null ? 0 : position("min_position", minPosition);
        var reached = positions.await(views, wanted, patience);
        if (reached < wanted) {
            throw new NoAnswer(
                    ReadRefusal.VIEW_BEHIND, "The view has read up to position " + reached + ", not " + wanted + ".");
        }
        return ResponseEntity.ok().header(POSITION, Long.toString(reached)).body(question.apply(reached));
    }

    /** The day asked about; today where the ledger keeps its days when none was given. */
    public LocalDate day(@Nullable LocalDate asked) {
        return asked == null ? LocalDate.now(zone) : kept(asked);
    }

    /**
     * The same day.
     *
     * @throws NoAnswer {@link ReadRefusal#PARAMETER_MALFORMED} when no ledger keeps such days
     */
    public static LocalDate kept(LocalDate asked) {
        if (!BusinessDate.isKept(asked)) {
            throw NoAnswer.malformed(asked + " does not lie between 1900 and 2199.");
        }
        return asked;
    }

    /** How many things to answer at once. */
    public static int limit(@Nullable Integer asked, int most) {
        var limit = asked == null ? Math.min(100, most) : asked;
        if (limit < 1 || limit > most) {
            throw NoAnswer.malformed("limit is 1 to " + most + ".");
        }
        return limit;
    }

    /** Where to go on from; the beginning when none was given. */
    public static long after(@Nullable Long asked) {
        return position("after", asked == null ? 0 : asked);
    }

    /** A position that was asked for. */
    public static long position(String parameter, long asked) {
        if (asked < 0) {
            throw NoAnswer.malformed(parameter + " is a position, 0 or more.");
        }
        return asked;
    }
}
