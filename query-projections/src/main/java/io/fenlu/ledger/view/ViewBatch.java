package io.fenlu.ledger.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What some views do with the facts that are committed together: rows, sums and positions, all or nothing.
 *
 * <p>A batch in which one fact could not be understood is never written, even if somebody above caught the failure, put the fact aside
 * and went on: a view that left something out would be wrong without a word.
 */
final class ViewBatch {
    /**
     * One view in this batch.
     *
     * @param after facts up to this position it has read before
     * @param upTo where it stands when the batch is written
     */
    record Reader(Projection projection, long after, long upTo) {
        boolean wants(long position) {
            return position > after && position <= upTo;
        }

        boolean moves() {
            return upTo > after;
        }
    }

    private final ViewTables tables;
    private final Segments.Share share;
    private final List<Reader> readers;
    private final List<Recorded> facts = new ArrayList<>();
    private @Nullable RuntimeException failure;

    ViewBatch(ViewTables tables, Segments.Share share, List<Reader> readers) {
        this.tables = tables;
        this.share = share;
        this.readers = readers;
    }

    /** The batch that belongs to a unit of work. */
    static ViewBatch of(UnitOfWork<?> unit) {
        ViewBatch batch = unit.root().getResource(ViewBatch.class.getName());
        if (batch == null) {
            throw new IllegalStateException("views are read by their own reader only");
        }
        return batch;
    }

    /** Writes this batch when the unit of work is committed. */
    void join(UnitOfWork<?> unit) {
        unit.resources().put(ViewBatch.class.getName(), this);
        unit.onPrepareCommit(_ -> write());
        unit.afterCommit(_ -> tables.positions().announce());
        unit.onCleanup(_ -> release());
    }

    /** Takes up one fact, unless all of the views have read it before. */
    void read(EventMessage<?> message) {
        try {
            if (message instanceof TrackedEventMessage<?> tracked && isOld(Recorded.position(tracked))) {
                return;
            }
            facts.add(Recorded.of(message));
        } catch (RuntimeException unreadable) {
            failure = unreadable;
            throw unreadable;
        }
    }

    void write() {
        if (failure != null) {
            throw new IllegalStateException("a fact could not be understood", failure);
        }
        var all = new LinkedHashMap<Reader, Rows>();
        for (var reader : readers) {
            all.put(reader, rows(reader));
        }
        if (all.values().stream().anyMatch(Rows::hasSums)) {
            tables.sums().lock();
        }
        all.values().forEach(Rows::addUp);
        movement().forEach((way, views) -> tables.positions().move(views, share, way.after, way.upTo));
    }

    /** Lets others add to the sums; done once the transaction has ended, whatever became of it. */
    void release() {
        if (tables.sums().isHeldByCurrentThread()) {
            tables.sums().unlock();
        }
    }

    private boolean isOld(long position) {
        return readers.stream().noneMatch(reader -> reader.wants(position));
    }

    private Rows rows(Reader reader) {
        var rows = new Rows(tables.sql());
        try {
            for (var recorded : facts) {
                if (reader.wants(recorded.position())) {
                    reader.projection.project(recorded, rows);
                }
            }
            rows.write();
            return rows;
        } catch (RuntimeException indigestible) {
            throw new ViewStumbled(reader.projection.view(), reader.after, indigestible);
        }
    }

    private record Way(long after, long upTo) {}

    private Map<Way, List<String>> movement() {
        return readers.stream()
                .filter(Reader::moves)
                .collect(Collectors.groupingBy(
                        reader -> new Way(reader.after, reader.upTo),
                        Collectors.mapping(reader -> reader.projection.view(), Collectors.toList())));
    }
}
