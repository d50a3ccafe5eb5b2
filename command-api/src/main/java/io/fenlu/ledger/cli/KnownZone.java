package io.fenlu.ledger.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time zone by the name that the world knows it by, such as Asia/Shanghai. */
final class KnownZone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw new TypeConversionException("there is no time zone “" + name + "”");
        }
    }
}
