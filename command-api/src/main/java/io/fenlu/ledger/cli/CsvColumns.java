package io.fenlu.ledger.cli;

import io.fenlu.ledger.gate.DerivedId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The needed columns of a file by the names in its header; the others are not looked at. */
final class CsvColumns {
    private static final int LONGEST = 40;

    private final Map<String, Integer> places;
    private final int width;
    private final Map<UUID, Integer> seen = new HashMap<>();

    private CsvColumns(Map<String, Integer> places, int width) {
        this.places = places;
        this.width = width;
    }

    /** Finds the needed columns in a header. */
    static CsvColumns of(String header, List<String> needed) throws RowRefused {
        var names = CsvLine.fields(header.startsWith("\ufeff") ? header.substring(1) : header);
        var places = new HashMap<String, Integer>();
        for (var place = 0; place < names.size(); place++) {
            var name = names.get(place).strip();
            if (places.put(name, place) != null && needed.contains(name)) {
                throw new RowRefused("the column " + name + " stands in the header twice");
            }
        }
        var missing = needed.stream().filter(name -> !places.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new RowRefused("the header lacks " + String.join(", ", missing));
        }
        return new CsvColumns(places, names.size());
    }

    /** One row of the file. */
    record Row(CsvColumns columns, List<String> fields) {
        /** What stands in a column; empty when nothing does. */
        String optional(String column) {
            return fields.get(columns.places.getOrDefault(column, 0)).strip();
        }

        String needed(String column) throws RowRefused {
            var text = optional(column);
            if (text.isEmpty()) {
                throw new RowRefused(column + " is missing");
            }
            return text;
        }

        /** Rows of equal content are told apart by their order, wherever they stand in the file. */
        String identity() {
            var content = DerivedId.of(fields.toArray(String[]::new));
            return content + "#" + columns.seen.merge(content, 1, Integer::sum);
        }
    }

    Row row(PhysicalLines.Line line) throws RowRefused {
        if (line.fault() != null) {
            throw new RowRefused(line.fault());
        }
        var fields = CsvLine.fields(line.text());
        if (fields.size() != width) {
            throw new RowRefused("there are " + fields.size() + " fields where the header has " + width);
        }
        return new Row(this, fields);
    }

    static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
