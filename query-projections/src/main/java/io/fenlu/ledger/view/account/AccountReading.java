package io.fenlu.ledger.view.account;

import io.fenlu.ledger.account.AccountRefusal;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.view.NoAnswer;
import io.fenlu.ledger.view.ReadingDesk;
import io.fenlu.ledger.view.history.HistoryProjection;
import io.fenlu.ledger.view.history.KnownAt;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way from a question about one account to its answer, the same for all doors. */
@Component
final class AccountReading {
    /** What has to be read for an answer. */
    static final List<String> VIEWS = List.of(HistoryProjection.VIEW);

    private final AccountStory story;
    private final KnownAt knownAt;
    private final ReadingDesk desk;

    AccountReading(AccountStory story, KnownAt knownAt, ReadingDesk desk) {
        this.story = story;
        this.knownAt = knownAt;
        this.desk = desk;
    }

    /** Which account, and what of it may be known. */
    record Asked(UUID id, @Nullable String knownAt) {}

    /**
     * An account as it is known at a position.
     *
     * @param account as it was before it was closed, if it was
     */
    record Known(AccountState state, Active account, long position) {
        /** Whether it had been put away by the end of a day. */
        boolean isClosedOn(LocalDate day) {
            return state instanceof AccountState.Closed closed && !day.isBefore(closed.closedOn());
        }
    }

    <T> LongFunction<T> answer(Asked asked, Function<Known, T> question) {
        return reached -> {
            var position = knownAt.upTo(asked.knownAt, reached);
            var state = story.at(asked.id, position).orElseThrow(() -> unknown(asked.id));
            var account = state instanceof AccountState.Closed closed ? closed.last() : (Active) state;
            return question.apply(new Known(state, account, position));
        };
    }

    /** Answers a question about a day; today where none is given. */
    <T> LongFunction<T> onDay(Asked asked, @Nullable LocalDate asOf, Function<KnownOnDay, T> question) {
        var day = desk.day(asOf);
        return answer(asked, known -> {
            if (day.isBefore(known.account.openedOn())) {
                throw unknown(asked.id);
            }
            return question.apply(new KnownOnDay(known, day));
        });
    }

    /** An account on a day on which it had been opened. */
    record KnownOnDay(Known known, LocalDate day) {
        Active account() {
            return known.account();
        }
    }

    LocalDate today() {
        return desk.day(null);
    }

    static NoAnswer unknown(UUID account) {
        return new NoAnswer(AccountRefusal.ACCOUNT_NOT_FOUND, "No account " + account + " is known by then.");
    }
}
