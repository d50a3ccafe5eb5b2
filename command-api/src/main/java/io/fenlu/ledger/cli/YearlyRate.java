package io.fenlu.ledger.cli;

import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A yearly rate: a fraction such as 0.06, or a percentage such as 6%; a number of 1 or more can only be a percentage. */
final class YearlyRate implements ITypeConverter<Rate> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,12})?%?");

    @Override
    public Rate convert(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new TypeConversionException("“" + text + "” is not a yearly rate like 0.06 or 6%");
        }
        var isPercent = text.endsWith("%");
        var number = new BigDecimal(isPercent ? text.substring(0, text.length() - 1) : text);
        try {
            return new Rate(
                    isPercent || number.compareTo(BigDecimal.ONE) >= 0 ? number.movePointLeft(2) : number,
                    Rate.Per.YEAR);
        } catch (InvalidValue invalid) {
            throw new TypeConversionException(invalid.detail());
        }
    }
}
