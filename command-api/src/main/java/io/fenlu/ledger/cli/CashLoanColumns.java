package io.fenlu.ledger.cli;

import io.fenlu.ledger.gate.DerivedId;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads rows of a file of cash loans by the names in its header; columns that are not needed are not looked at. */
final class CashLoanColumns {
    private static final List<String> NEEDED = List.of(
            "loan_amount", "term", "interest_rate", "installment", "issue_month", "loan_status", "paid_principal");
    private static final int MOST_INSTALMENTS = 480;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,10})?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{2})-([A-Z][a-z]{2})");

    private final Map<String, Integer> places;
    private final int width;
    private final Currency currency;
    private final LocalDate today;
    private final Map<UUID, Integer> seen = new HashMap<>();

    private CashLoanColumns(Map<String, Integer> places, int width, Currency currency, LocalDate today) {
        this.places = places;
        this.width = width;
        this.currency = currency;
        this.today = today;
    }

    /** Finds the needed columns in a header. */
    static CashLoanColumns of(String header, Currency currency, LocalDate today) throws RowRefused {
        var names = CsvLine.fields(header.startsWith("\ufeff") ? header.substring(1) : header);
        var places = new HashMap<String, Integer>();
        for (var place = 0; place < names.size(); place++) {
            if (places.put(names.get(place).strip(), place) != null
                    && NEEDED.contains(names.get(place).strip())) {
                throw new RowRefused("the column " + names.get(place).strip() + " stands in the header twice");
            }
        }
        var missing = NEEDED.stream().filter(name -> !places.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new RowRefused("the header lacks " + String.join(", ", missing));
        }
        return new CashLoanColumns(places, names.size(), currency, today);
    }

    CashLoanRow read(PhysicalLines.Line line) throws RowRefused {
        if (line.fault() != null) {
            throw new RowRefused(line.fault());
        }
        var fields = CsvLine.fields(line.text());
        if (fields.size() != width) {
            throw new RowRefused("there are " + fields.size() + " fields where the header has " + width);
        }
        var amount = amount("loan_amount", fields);
        if (!amount.isPositive()) {
            throw new RowRefused("loan_amount is not more than zero");
        }
        return new CashLoanRow(
                line.number(),
                identity(fields),
                amount,
                instalments(fields),
                rate(fields),
                amount("installment", fields),
                issuedOn(fields),
                status(fields).equals("Current"),
                amount("paid_principal", fields));
    }

    /** Rows of equal content are told apart by their order, wherever they stand in the file. */
    private String identity(List<String> fields) {
        var content = DerivedId.of(fields.toArray(String[]::new));
        return content + "#" + seen.merge(content, 1, Integer::sum);
    }

    private Money amount(String column, List<String> fields) throws RowRefused {
        var text = field(column, fields);
        try {
            var amount = Money.of(text, currency);
            if (amount.isNegative()) {
                throw new RowRefused(column + " is negative: " + text);
            }
            return amount;
        } catch (InvalidValue invalid) {
            throw new RowRefused(column + ": " + invalid.detail());
        }
    }

    private int instalments(List<String> fields) throws RowRefused {
        var text = field("term", fields);
        if (!WHOLE.matcher(text).matches()) {
            throw new RowRefused("term is not a whole number of months: “" + brief(text) + "”");
        }
        var months = Integer.parseInt(text);
        if (months < 1 || months > MOST_INSTALMENTS) {
            throw new RowRefused("term is not 1 to " + MOST_INSTALMENTS + " months: " + text);
        }
        return months;
    }

    private Rate rate(List<String> fields) throws RowRefused {
        var text = field("interest_rate", fields);
        if (!PERCENT.matcher(text).matches()) {
            throw new RowRefused("interest_rate is not a percentage: “" + brief(text) + "”");
        }
        try {
            return new Rate(new BigDecimal(text).movePointLeft(2), Rate.Per.YEAR);
        } catch (InvalidValue invalid) {
            throw new RowRefused("interest_rate: " + invalid.detail());
        }
    }

    private LocalDate issuedOn(List<String> fields) throws RowRefused {
        var text = field("issue_month", fields);
        var parts = MONTH.matcher(text);
        if (parts.matches()) {
            for (var month : Month.values()) {
                if (month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equals(parts.group(2))) {
                    return notInFuture(YearMonth.of(2000 + Integer.parseInt(parts.group(1)), month));
                }
            }
        }
        throw new RowRefused("issue_month is not a month like 18-Mar: “" + brief(text) + "”");
    }

    private LocalDate notInFuture(YearMonth month) throws RowRefused {
        var first = month.atDay(1);
        if (first.isAfter(today)) {
            throw new RowRefused("issue_month lies in the future: " + month);
        }
        return first;
    }

    private String status(List<String> fields) throws RowRefused {
        return field("loan_status", fields);
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
