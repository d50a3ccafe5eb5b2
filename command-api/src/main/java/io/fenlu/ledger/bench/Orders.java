package io.fenlu.ledger.bench;

import io.fenlu.ledger.eventstore.TimeOrderedIds;
import io.fenlu.ledger.loan.LoanCommand;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a client asks for next. */
@FunctionalInterface
interface Orders {
    LoanCommand next();

    static Orders of(Scenario scenario, List<UUID> loans) {
        return switch (scenario) {
            case HOT ->
                () -> Portfolio.repayment(loans.get(ThreadLocalRandom.current().nextInt(loans.size())));
            case NEW -> () -> Portfolio.request(TimeOrderedIds.next());
            case ZIPF -> {
                var ranks = new Ranks(loans.size());
                yield () -> Portfolio.repayment(loans.get(ranks.next()));
            }
        };
    }

    /** Draws ranks as often as their turn says: the second half as often as the first, the third a third as often (Zipf, exponent 1). */
    final class Ranks {
        private static final long OF_THE_FIRST = 1L << 40;

        private final long[] upTo;

        Ranks(int size) {
            upTo = new long[size];
            var sum = 0L;
            for (var rank = 0; rank < size; rank++) {
                sum += OF_THE_FIRST / (rank + 1);
                upTo[rank] = sum;
            }
        }

        int next() {
            var place = Arrays.binarySearch(upTo, ThreadLocalRandom.current().nextLong(upTo[upTo.length - 1]));
            return place < 0 ? -place - 1 : place + 1;
        }
    }
}
