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

/**
 * The rows that one batch of facts adds or changes: collected first, then written together, one statement for all rows of a kind.
 *
 * <p>Nothing is read back: a changed row is written by its key, and if there is none, the writing fails.
 */
public final class Rows {
    private record Place(Table<?> table, UUID key) {}

    private record Sum(Table<?> table, List<Object> key) {}

    private final RowWriter writer;
    private final Map<Table<?>, List<TableRecord<?>>> added = new LinkedHashMap<>();
    private final Map<Place, TableRecord<?>> seen = new LinkedHashMap<>();
    private final Map<TableField<?, UUID>, Map<UUID, TableRecord<?>>> changed = new LinkedHashMap<>();
    private final Map<Sum, TableRecord<?>> sums = new LinkedHashMap<>();

    Rows(DSLContext sql) {
        this.writer = new RowWriter(sql);
    }

    /** A row that no later fact changes. */
    public <R extends TableRecord<R>> R add(Table<R> table) {
        var row = writer.blank(table);
        added.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
        return row;
    }

    /** A row that later facts may change. */
    public <R extends TableRecord<R>> R begin(Table<R> table, UUID key) {
        var row = add(table);
        if (seen.put(new Place(table, key), row) != null) {
            throw new IllegalStateException(key + " began twice in " + table.getName());
        }
        return row;
    }

    /** The row that an earlier fact began; what is set in it is changed, everything else stays. */
    public <R extends TableRecord<R>> R change(Table<R> table, TableField<R, UUID> keyField, UUID key) {
        var row = seen.computeIfAbsent(new Place(table, key), _ -> {
            var change = writer.blank(table);
            changed.computeIfAbsent(keyField, _ -> new LinkedHashMap<>()).put(key, change);
            return change;
        });
        return table.getRecordType().cast(row);
    }

    /**
     * The row of sums with this key, which many loans share: its numbers begin at zero in each batch and are added to the table's.
     *
     * @param key in the order of the table's primary key
     */
    public <R extends TableRecord<R>> R tally(Table<R> table, Object... key) {
        var row = sums.computeIfAbsent(new Sum(table, List.of(key)), _ -> writer.zeros(table, key));
        return table.getRecordType().cast(row);
    }

    /** Writes everything but the sums. */
    void write() {
        added.forEach(writer::insert);
        changed.forEach(writer::update);
    }

    /** Whether anything remains to be added to sums. */
    boolean hasSums() {
        return !sums.isEmpty();
    }

    /** Adds to the sums; nobody else may do so until this is committed. */
    void addUp() {
        var byTable = new LinkedHashMap<Table<?>, List<TableRecord<?>>>();
        sums.forEach((sum, row) ->
                byTable.computeIfAbsent(sum.table, _ -> new ArrayList<>()).add(row));
        byTable.forEach(writer::addTo);
    }
}
