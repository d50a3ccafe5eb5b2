package io.fenlu.ledger.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.UpdatableRecord;

/** The rows that one batch of facts adds or changes: collected first, then written together. */
public final class Rows {
    private record Place(Table<?> table, UUID key) {}

    private final DSLContext sql;
    private final List<TableRecord<?>> added = new ArrayList<>();
    private final Map<Place, UpdatableRecord<?>> changed = new LinkedHashMap<>();

    Rows(DSLContext sql) {
        this.sql = sql;
    }

    /** A row that no later fact changes. */
    public <R extends TableRecord<R>> R add(Table<R> table) {
        var row = sql.newRecord(table);
        added.add(row);
        return row;
    }

    /** A row that later facts may change. */
    public <R extends UpdatableRecord<R>> R begin(Table<R> table, UUID key) {
        var row = sql.newRecord(table);
        if (changed.put(new Place(table, key), row) != null) {
            throw new IllegalStateException(key + " began twice in " + table.getName());
        }
        return row;
    }

    /**
     * The row that an earlier fact began.
     *
     * @throws IllegalStateException when there is none: facts are missing or came out of order
     */
    public <R extends UpdatableRecord<R>> R change(Table<R> table, TableField<R, UUID> keyField, UUID key) {
        var place = new Place(table, key);
        var seen = changed.get(place);
        if (seen != null) {
            return table.getRecordType().cast(seen);
        }
        var row = sql.fetchOne(table, keyField.eq(key));
        if (row == null) {
            throw new IllegalStateException("nothing is known of " + key + " in " + table.getName());
        }
        changed.put(place, row);
        return row;
    }

    void write() {
        sql.batchStore(changed.values()).execute();
        sql.batchInsert(added).execute();
    }
}
