package io.fenlu.ledger.view.history;

import static io.fenlu.ledger.view.sql.Tables.HISTORY;

import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.sql.tables.records.HistoryRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Finds facts. */
@Component
public final class HistoryFinder {
    private final DSLContext sql;
    private final Serializer storedForm;

    public HistoryFinder(ViewTables live, @Qualifier("eventSerializer") Serializer storedForm) {
        this.sql = live.sql();
        this.storedForm = storedForm;
    }

    /** A stored fact that is read when somebody wants it. */
    public record Found(String name, int revision, LocalDate businessDate, String payload) {}

    /** Whether anything of this kind (the first word of its facts' names, such as {@code loan}) happened to this aggregate. */
    public boolean knows(String kind, UUID aggregate) {
        return sql.fetchExists(HISTORY, HISTORY.AGGREGATE_ID.eq(aggregate).and(HISTORY.NAME.startsWith(kind + '.')));
    }

    /** The facts of an aggregate after a position, oldest first. */
    public FactPage page(UUID aggregate, long after, int limit) {
        var facts = sql.selectFrom(HISTORY)
                .where(HISTORY.AGGREGATE_ID.eq(aggregate))
                .and(HISTORY.POSITION.gt(after))
                .orderBy(HISTORY.POSITION)
                .limit(limit + 1)
                .fetch(HistoryFinder::stored);
        return facts.size() > limit
                ? new FactPage(facts.subList(0, limit), facts.get(limit - 1).position())
                : new FactPage(facts, null);
    }

    /** The last position that the ledger had written at a time; 0 when it had written nothing. */
    public long positionAt(Instant time) {
        var last = sql.select(DSL.max(HISTORY.POSITION))
                .from(HISTORY)
                .where(HISTORY.RECORDED_AT.le(time))
                .fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }

    /** All facts of this kind of an aggregate up to a position, oldest first. */
    public List<Found> upTo(String kind, UUID aggregate, long position) {
        return sql.select(HISTORY.NAME, HISTORY.REVISION, HISTORY.BUSINESS_DATE, HISTORY.PAYLOAD)
                .from(HISTORY)
                .where(HISTORY.AGGREGATE_ID.eq(aggregate))
                .and(HISTORY.NAME.startsWith(kind + '.'))
                .and(HISTORY.POSITION.le(position))
                .orderBy(HISTORY.POSITION)
                .fetch(row -> new Found(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Reads a fact out of its stored form. */
    public <F extends Fact> F read(Class<F> type, Found found) {
        return type.cast(storedForm.<String, Object>deserialize(new SimpleSerializedObject<>(
                found.payload(), String.class, found.name(), Integer.toString(found.revision()))));
    }

    private static StoredFact stored(HistoryRecord row) {
        return new StoredFact(
                row.getPosition(),
                row.getEventId(),
                row.getName(),
                row.getRevision(),
                row.getAggregateType(),
                row.getAggregateId(),
                row.getSequence(),
                row.getRecordedAt(),
                row.getBusinessDate(),
                row.getPayload(),
                row.getMetadata());
    }
}
