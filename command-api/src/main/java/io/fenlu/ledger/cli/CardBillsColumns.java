package io.fenlu.ledger.cli;

import io.fenlu.ledger.gate.DerivedId;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads rows of a file of six bills by the names in its header; columns that are not needed are not looked at. */
final class CardBillsColumns {
    private static final String LIMIT = "LIMIT_BAL";
    /** The file counts backwards: 6 is April, 1 is September. */
    private static final List<String> BILLS =
            List.of("BILL_AMT6", "BILL_AMT5", "BILL_AMT4", "BILL_AMT3", "BILL_AMT2", "BILL_AMT1");

    private static final List<String> PAYMENTS = List.of("PAY_AMT5", "PAY_AMT4", "PAY_AMT3", "PAY_AMT2", "PAY_AMT1");
    private static final List<String> STATUS = List.of("PAY_5", "PAY_4", "PAY_3", "PAY_2", "PAY_0");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,2}");

    private final Map<String, Integer> places;
    private final int width;
    private final Currency currency;
    private final Map<String, Integer> seen = new HashMap<>();

    private CardBillsColumns(Map<String, Integer> places, int width, Currency currency) {
        this.places = places;
        this.width = width;
        this.currency = currency;
    }

    /** Finds the needed columns in a header. */
    static CardBillsColumns of(String header, Currency currency) throws RowRefused {
        var names = CsvLine.fields(header.startsWith("\ufeff") ? header.substring(1) : header);
        var places = new HashMap<String, Integer>();
        var needed = Stream.of(List.of(LIMIT), BILLS, PAYMENTS, STATUS)
                .flatMap(List::stream)
                .toList();
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
        return new CardBillsColumns(places, names.size(), currency);
    }

    CardBillsRow read(PhysicalLines.Line line) throws RowRefused {
        if (line.fault() != null) {
            throw new RowRefused(line.fault());
        }
        var fields = CsvLine.fields(line.text());
        if (fields.size() != width) {
            throw new RowRefused("there are " + fields.size() + " fields where the header has " + width);
        }
        var limit = amount(LIMIT, fields);
        if (!limit.isPositive()) {
            throw new RowRefused("LIMIT_BAL is not more than zero");
        }
        var payments = amounts(PAYMENTS, fields);
        for (var payment : payments) {
            if (payment.isNegative()) {
                throw new RowRefused("a payment is negative: " + payment.amount());
            }
        }
        var status = new ArrayList<Integer>();
        for (var column : STATUS) {
            status.add(months(column, fields));
        }
        return new CardBillsRow(line.number(), identity(fields), limit, amounts(BILLS, fields), payments, status);
    }

    /** Rows of equal content are told apart by their order, wherever they stand in the file. */
    private String identity(List<String> fields) {
        var content = DerivedId.of(fields.toArray(String[]::new)).toString();
        return content + "#" + seen.merge(content, 1, Integer::sum);
    }

    private List<Money> amounts(List<String> columns, List<String> fields) throws RowRefused {
        var amounts = new ArrayList<Money>();
        for (var column : columns) {
            amounts.add(amount(column, fields));
        }
        return amounts;
    }

    private Money amount(String column, List<String> fields) throws RowRefused {
        try {
            return Money.of(field(column, fields), currency);
        } catch (InvalidValue invalid) {
            throw new RowRefused(column + ": " + invalid.detail());
        }
    }

    private int months(String column, List<String> fields) throws RowRefused {
        var text = field(column, fields);
        if (!WHOLE.matcher(text).matches()) {
            throw new RowRefused(column + " is not a number of months: “" + brief(text) + "”");
        }
        return Integer.parseInt(text);
    }

    private String field(String column, List<String> fields) throws RowRefused {
        var text = fields.get(places.getOrDefault(column, 0)).strip();
        if (text.isEmpty()) {
            throw new RowRefused(column + " is missing");
        }
        return text;
    }

    private static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
