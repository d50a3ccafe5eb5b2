package io.fenlu.ledger.view.history;

import static io.fenlu.ledger.view.sql.Tables.HISTORY;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.jooq.Table;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps every fact as it was stored. */
@Component
public final class HistoryProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "history";

    private final Serializer storedForm;

    public HistoryProjection(@Qualifier("eventSerializer") Serializer storedForm) {
        this.storedForm = storedForm;
    }

    @Override
    public void project(Recorded recorded, Rows rows) {
        var message = recorded.message();
        rows.add(HISTORY)
                .setPosition(recorded.position())
                .setEventId(message.getIdentifier())
                .setName(recorded.name())
                .setRevision(recorded.revision())
                .setAggregateType(message.getType())
                .setAggregateId(recorded.fact().subject())
                .setSequence(message.getSequenceNumber())
                .setRecordedAt(message.getTimestamp())
                .setBusinessDate(recorded.fact().businessDate())
                .setPayload(message.serializePayload(storedForm, String.class).getData())
                .setMetadata(message.serializeMetaData(storedForm, String.class).getData());
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(HISTORY);
    }
}
