package io.fenlu.ledger.boot;

import io.fenlu.ledger.kernel.BusinessDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How every command reads a day: like 2026-01-31, in the years that the ledger keeps. */
final class IsoDay implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
        try {
            var day = LocalDate.parse(text);
            if (BusinessDate.isKept(day)) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new TypeConversionException("“" + text + "” is not a day such as 2026-01-31 from 1900 to 2199");
    }
}
