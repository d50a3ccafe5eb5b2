package io.fenlu.ledger.view.replay;

import static io.fenlu.ledger.view.sql.Tables.HISTORY;

import io.fenlu.ledger.signingkey.SigningKeyEvent;
import io.fenlu.ledger.view.ViewTables;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Fingerprints of what happened to each aggregate: names, revisions and contents of its facts in their order; not their positions, ids
 * and recorded times. Two ledgers that were told the same agree in them, whatever befell them on the way; their signing keys, which
 * differ, are left out.
 */
@Component
public final class AggregateDigests {
    private static final int PAGE = 500;

    private final DSLContext sql;

    public AggregateDigests(ViewTables live) {
        this.sql = live.sql();
    }

    /** Hears of each aggregate, in the order of the ids. */
    public interface Listener {
        void aggregate(UUID id, String kind, int facts, String digest);
    }

    /**
     * The digest over all aggregates.
     *
     * @param aggregates how many
     * @param facts of all of them
     */
    public record Total(long aggregates, long facts, String digest) {}

    /** Digests everything that the view {@code history} has read. */
    public Total digest(Listener listener) {
        var total = new ContentDigest();
        var aggregates = 0L;
        var facts = 0L;
        UUID last = null;
        while (true) {
            var page = sql.selectDistinct(HISTORY.AGGREGATE_ID)
                    .from(HISTORY)
                    .where(last == null ? HISTORY.AGGREGATE_ID.isNotNull() : HISTORY.AGGREGATE_ID.gt(last))
                    .and(HISTORY.AGGREGATE_ID.ne(SigningKeyEvent.SUBJECT))
                    .orderBy(HISTORY.AGGREGATE_ID)
                    .limit(PAGE)
                    .fetch(HISTORY.AGGREGATE_ID);
            for (var id : page) {
                var rows = sql.select(HISTORY.NAME, HISTORY.REVISION, HISTORY.PAYLOAD)
                        .from(HISTORY)
                        .where(HISTORY.AGGREGATE_ID.eq(id))
                        .orderBy(HISTORY.POSITION)
                        .fetch();
                var one = new ContentDigest();
                rows.forEach(one::add);
                var digest = one.hex();
                var kind = rows.getFirst().value1();
                total.add(id.toString(), digest);
                listener.aggregate(id, kind.substring(0, kind.indexOf('.')), rows.size(), digest);
                aggregates++;
                facts += rows.size();
            }
            if (page.size() < PAGE) {
                return new Total(aggregates, facts, total.hex());
            }
            last = page.getLast();
        }
    }
}
