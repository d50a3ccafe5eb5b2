package io.fenlu.ledger.cli;

import io.fenlu.ledger.cli.MerchantLoanRow.End;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads rows of a file of merchant loans. Refused are rows without a term or a day of disbursement, and loans paid in full of which
 * principal was charged off; whatever else is odd is brought with a warning that says how it was understood.
 */
final class MerchantLoanColumns {
    private static final List<String> NEEDED = List.of(
            "Term", "RevLineCr", "ChgOffDate", "DisbursementDate", "DisbursementGross", "MIS_Status", "ChgOffPrinGr");
    private static final Set<String> NOTHING = Set.of("", "NA", "N/A", "NULL", ".");
    private static final LocalDate DAY_ZERO = LocalDate.of(1960, 1, 1);
    private static final int MOST_INSTALMENTS = 480;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,6}(\\.0*)?");

    private final CsvColumns columns;
    private final Currency currency;
    private final LocalDate today;

    private MerchantLoanColumns(CsvColumns columns, Currency currency, LocalDate today) {
        this.columns = columns;
        this.currency = currency;
        this.today = today;
    }

    static MerchantLoanColumns of(String header, Currency currency, LocalDate today) throws RowRefused {
        return new MerchantLoanColumns(CsvColumns.of(header, NEEDED), currency, today);
    }

    MerchantLoanRow read(PhysicalLines.Line line) throws RowRefused {
        var row = columns.row(line);
        var identity = row.identity();
        var warnings = new ArrayList<String>();
        var paidOutOn = day("DisbursementDate", row);
        if (paidOutOn.isAfter(today)) {
            throw new RowRefused("DisbursementDate lies in the future: " + paidOutOn);
        }
        var instalments = instalments(row);
        var gross = amount("DisbursementGross", row);
        if (!gross.isPositive()) {
            throw new RowRefused("DisbursementGross is not more than zero");
        }
        var end = end(row, paidOutOn, warnings);
        var drawn = gross;
        if (end instanceof End.ChargedOff(var _, var principal) && principal.isMoreThan(gross)) {
            drawn = principal;
            warnings.add("ChgOffPrinGr " + principal.amount() + " is more than DisbursementGross " + gross.amount()
                    + ": brought as if all of it had been paid out");
        }
        return new MerchantLoanRow(
                line.number(), identity, drawn, instalments, revolving(row, warnings), paidOutOn, end, warnings);
    }

    private End end(CsvColumns.Row row, LocalDate paidOutOn, List<String> warnings) throws RowRefused {
        var status = row.optional("MIS_Status").replace(" ", "");
        var principal = isNothing("ChgOffPrinGr", row) ? Money.zero(currency) : amount("ChgOffPrinGr", row);
        switch (status) {
            case "PIF" -> {
                if (principal.isPositive()) {
                    throw new RowRefused("paid in full, and yet " + principal.amount() + " of principal charged off");
                }
                if (!isNothing("ChgOffDate", row)) {
                    warnings.add("paid in full, and yet there is a ChgOffDate: brought as paid in full");
                }
                return new End.PaidInFull();
            }
            case "CHGOFF" -> {
                return chargeOff(row, paidOutOn, principal, warnings);
            }
            default -> {
                warnings.add("MIS_Status is “" + CsvColumns.brief(row.optional("MIS_Status"))
                        + "”, neither P I F nor CHGOFF: brought as a running loan");
                return new End.Unknown();
            }
        }
    }

    private End chargeOff(CsvColumns.Row row, LocalDate paidOutOn, Money principal, List<String> warnings)
            throws RowRefused {
        if (isNothing("ChgOffDate", row)) {
            warnings.add("charged off, but there is no ChgOffDate: brought as a running loan");
            return new End.Unknown();
        }
        if (!principal.isPositive()) {
            warnings.add("charged off, but no principal: brought as paid in full");
            return new End.PaidInFull();
        }
        var on = day("ChgOffDate", row);
        if (on.isAfter(today)) {
            warnings.add("ChgOffDate " + on + " lies in the future: brought as a running loan");
            return new End.Unknown();
        }
        if (on.isBefore(paidOutOn)) {
            warnings.add("ChgOffDate " + on + " lies before the disbursement: brought as charged off on " + paidOutOn);
            return new End.ChargedOff(paidOutOn, principal);
        }
        return new End.ChargedOff(on, principal);
    }

    private static boolean revolving(CsvColumns.Row row, List<String> warnings) {
        var text = row.optional("RevLineCr");
        if (!text.equals("Y") && !text.equals("N")) {
            warnings.add("RevLineCr is “" + CsvColumns.brief(text) + "”, neither Y nor N: brought as a term loan");
        }
        return text.equals("Y");
    }

    private static int instalments(CsvColumns.Row row) throws RowRefused {
        var months = number("Term", row);
        if (months < 1 || months > MOST_INSTALMENTS) {
            throw new RowRefused("Term is not 1 to " + MOST_INSTALMENTS + " months: " + months);
        }
        return months;
    }

    private static LocalDate day(String column, CsvColumns.Row row) throws RowRefused {
        var day = DAY_ZERO.plusDays(number(column, row));
        if (!BusinessDate.isKept(day)) {
            throw new RowRefused(column + " is no day that the ledger keeps: " + day);
        }
        return day;
    }

    private static int number(String column, CsvColumns.Row row) throws RowRefused {
        if (isNothing(column, row)) {
            throw new RowRefused(column + " is missing");
        }
        var text = row.optional(column);
        if (!WHOLE.matcher(text).matches()) {
            throw new RowRefused(column + " is not a whole number: “" + CsvColumns.brief(text) + "”");
        }
        return Integer.parseInt(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
    }

    private Money amount(String column, CsvColumns.Row row) throws RowRefused {
        var text = row.needed(column).replace("$", "").replace(",", "").strip();
        try {
            var amount = Money.of(text, currency);
            if (amount.isNegative()) {
                throw new RowRefused(column + " is negative: " + CsvColumns.brief(text));
            }
            return amount;
        } catch (InvalidValue invalid) {
            throw new RowRefused(column + ": " + invalid.detail());
        }
    }

    private static boolean isNothing(String column, CsvColumns.Row row) {
        return NOTHING.contains(row.optional(column));
    }
}
