package io.fenlu.ledger.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes rows of one kind with one statement, made once and bound to each row in turn. */
final class RowWriter {
    private final DSLContext sql;

    RowWriter(DSLContext sql) {
        this.sql = sql;
    }

    <R extends Record> R blank(Table<R> table) {
        return sql.newRecord(table);
    }

    /** A row with this key and nothing in its sums. */
    <R extends Record> R zeros(Table<R> table, Object... key) {
        var row = sql.newRecord(table);
        var fields = keyOf(table).getFields();
        row.fromArray(Arrays.stream(table.fields())
                .map(field -> fields.contains(field) ? key[fields.indexOf(field)] : 0L)
                .toArray());
        return row;
    }

    void insert(Table<?> table, List<? extends TableRecord<?>> rows) {
        run(
                sql.insertInto(table)
                        .columns(table.fields())
                        .values(rows.getFirst().intoArray()),
                rows.size(),
                table.fields().length,
                (row, place) -> rows.get(row).get(place));
    }

    /** Changes rows by their key; those that set the same columns go together. */
    void update(TableField<?, UUID> keyField, Map<UUID, ? extends TableRecord<?>> rows) {
        var alike = new LinkedHashMap<List<Field<?>>, List<UUID>>();
        rows.forEach((key, row) ->
                alike.computeIfAbsent(touched(row), _ -> new ArrayList<>()).add(key));
        alike.forEach((fields, keys) -> {
            var example = Objects.requireNonNull(rows.get(keys.getFirst()));
            var values = new LinkedHashMap<Field<?>, Object>();
            fields.forEach(field -> values.put(field, DSL.val(example.get(field), field)));
            var table = Objects.requireNonNull(keyField.getTable());
            var places = places(example, fields);
            var changes = keys.stream().map(rows::get).toList();
            var counts = run(
                    sql.update(table).set(values).where(keyField.eq(keys.getFirst())),
                    keys.size(),
                    places.length + 1,
                    (row, place) -> place < places.length ? changes.get(row).get(places[place]) : keys.get(row));
            for (var each = 0; each < counts.length; each++) {
                if (counts[each] == 0) {
                    throw new IllegalStateException("nothing is known of " + keys.get(each) + " in " + table.getName());
                }
            }
        });
    }

    /** Adds to the rows of sums that are there, and begins those that are not. */
    void addTo(Table<?> table, List<? extends TableRecord<?>> rows) {
        var key = keyOf(table).getFields();
        var numbers = Arrays.stream(table.fields())
                .filter(field -> !key.contains(field))
                .toList();
        var first = rows.getFirst();
        var more = new LinkedHashMap<Field<?>, Object>();
        numbers.forEach(number -> more.put(number, number.add(first.get(number, Long.class))));
        var places = places(first, Stream.concat(numbers.stream(), key.stream()).toList());
        var counts = run(
                sql.update(table).set(more).where(matches(key, first)),
                rows.size(),
                places.length,
                (row, place) -> rows.get(row).get(places[place]));
        var missing = IntStream.range(0, counts.length)
                .filter(each -> counts[each] == 0)
                .mapToObj(rows::get)
                .toList();
        if (!missing.isEmpty()) {
            insert(table, missing);
        }
    }

    /** What is bound to a place of a row. */
    private interface Bound {
        @Nullable
        Object value(int row, int place);
    }

    /** Binds past jOOQ, which would convert each value anew; at a million facts that is a tenth of the work. */
    private int[] run(Query statement, int rows, int places, Bound bound) {
        return sql.connectionResult(connection -> {
            try (var prepared = connection.prepareStatement(sql.render(statement))) {
                for (var row = 0; row < rows; row++) {
                    for (var place = 0; place < places; place++) {
                        prepared.setObject(place + 1, plain(bound.value(row, place)));
                    }
                    prepared.addBatch();
                }
                return prepared.executeBatch();
            }
        });
    }

    /** As drivers know it. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static int[] places(Record row, List<? extends Field<?>> fields) {
        return fields.stream().mapToInt(row::indexOf).toArray();
    }

    private static Condition matches(List<? extends TableField<?, ?>> key, Record row) {
        return DSL.and(key.stream().map(field -> equal(field, row)).toList());
    }

    private static <T> Condition equal(Field<T> field, Record row) {
        return field.eq(row.get(field));
    }

    private static List<Field<?>> touched(Record row) {
        return Arrays.stream(row.fields()).filter(row::touched).toList();
    }

    private static UniqueKey<?> keyOf(Table<?> table) {
        return Objects.requireNonNull(table.getPrimaryKey(), "every view table has a key");
    }
}
