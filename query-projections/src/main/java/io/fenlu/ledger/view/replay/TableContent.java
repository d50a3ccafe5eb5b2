package io.fenlu.ledger.view.replay;

import static org.jooq.impl.DSL.noCondition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** All rows of a table in the order of its key, a page at a time, however large it is and in whatever order they were written. */
final class TableContent implements Iterator<Record> {
    private static final int PAGE = 2_000;

    private final DSLContext sql;
    private final Table<?> table;
    private final List<? extends TableField<?, ?>> key;
    private final Deque<Record> page = new ArrayDeque<>();
    private @Nullable Record last;
    private boolean exhausted;

    TableContent(DSLContext sql, Table<?> table) {
        this.sql = sql;
        this.table = table;
        this.key = Objects.requireNonNull(table.getPrimaryKey(), "every view table has a key")
                .getFields();
    }

    /** The key of a row, for people. */
    String keyOf(Record row) {
        return String.join(
                "/", key.stream().map(field -> String.valueOf(row.get(field))).toList());
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !exhausted) {
            fetch();
        }
        return !page.isEmpty();
    }

    @Override
    public Record next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.removeFirst();
    }

    private void fetch() {
        var ordered =
                sql.select(table.fields()).from(table).where(notBefore(last)).orderBy(key);
        var rows = last == null
                ? ordered.limit(PAGE).fetch()
                : ordered.seek(valuesOf(last)).limit(PAGE).fetch();
        exhausted = rows.size() < PAGE;
        page.addAll(rows);
        last = page.peekLast();
    }

    private Object[] valuesOf(Record row) {
        return key.stream().map(row::get).toArray();
    }

    /** Says what follows from the seek anyhow, but in a way that finds an index. */
    private Condition notBefore(@Nullable Record row) {
        return row == null ? noCondition() : atLeast(key.getFirst(), row);
    }

    private static <T> Condition atLeast(Field<T> field, Record row) {
        return field.ge(row.get(field));
    }
}
