package io.fenlu.ledger.cli;

import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads rows of a file of cash loans by the names in its header; columns that are not needed are not looked at. */
final class CashLoanColumns {
    private static final List<String> NEEDED = List.of(
            "loan_amount", "term", "interest_rate", "installment", "issue_month", "loan_status", "paid_principal");
    private static final int MOST_INSTALMENTS = 480;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,10})?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{2})-([A-Z][a-z]{2})");

    private final CsvColumns columns;
    private final Currency currency;
    private final LocalDate today;

    private CashLoanColumns(CsvColumns columns, Currency currency, LocalDate today) {
        this.columns = columns;
        this.currency = currency;
        this.today = today;
    }

    /** Finds the needed columns in a header. */
    static CashLoanColumns of(String header, Currency currency, LocalDate today) throws RowRefused {
        return new CashLoanColumns(CsvColumns.of(header, NEEDED), currency, today);
    }

    CashLoanRow read(PhysicalLines.Line line) throws RowRefused {
        var row = columns.row(line);
        var amount = amount("loan_amount", row);
        if (!amount.isPositive()) {
            throw new RowRefused("loan_amount is not more than zero");
        }
        return new CashLoanRow(
                line.number(),
                row.identity(),
                amount,
                instalments(row),
                rate(row),
                amount("installment", row),
                issuedOn(row),
                status(row).equals("Current"),
                amount("paid_principal", row));
    }

    private Money amount(String column, CsvColumns.Row row) throws RowRefused {
        var text = row.needed(column);
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

    private int instalments(CsvColumns.Row row) throws RowRefused {
        var text = row.needed("term");
        if (!WHOLE.matcher(text).matches()) {
            throw new RowRefused("term is not a whole number of months: “" + CsvColumns.brief(text) + "”");
        }
        var months = Integer.parseInt(text);
        if (months < 1 || months > MOST_INSTALMENTS) {
            throw new RowRefused("term is not 1 to " + MOST_INSTALMENTS + " months: " + text);
        }
        return months;
    }

    private Rate rate(CsvColumns.Row row) throws RowRefused {
        var text = row.needed("interest_rate");
        if (!PERCENT.matcher(text).matches()) {
            throw new RowRefused("interest_rate is not a percentage: “" + CsvColumns.brief(text) + "”");
        }
        try {
            return new Rate(new BigDecimal(text).movePointLeft(2), Rate.Per.YEAR);
        } catch (InvalidValue invalid) {
            throw new RowRefused("interest_rate: " + invalid.detail());
        }
    }

    private LocalDate issuedOn(CsvColumns.Row row) throws RowRefused {
        var text = row.needed("issue_month");
        var parts = MONTH.matcher(text);
        if (parts.matches()) {
            for (var month : Month.values()) {
                if (month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equals(parts.group(2))) {
                    return notInFuture(YearMonth.of(2000 + Integer.parseInt(parts.group(1)), month));
                }
            }
        }
        throw new RowRefused("issue_month is not a month like 18-Mar: “" + CsvColumns.brief(text) + "”");
    }

    private LocalDate notInFuture(YearMonth month) throws RowRefused {
        var first = month.atDay(1);
        if (first.isAfter(today)) {
            throw new RowRefused("issue_month lies in the future: " + month);
        }
        return first;
    }

    private String status(CsvColumns.Row row) throws RowRefused {
        return row.needed("loan_status");
    }
}
