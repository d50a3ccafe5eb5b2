package io.fenlu.ledger.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that is there and can be read; known before the ledger is opened. */
final class ReadableFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
        var file = Path.of(name);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new TypeConversionException("there is no readable file " + file.toAbsolutePath());
        }
        return file;
    }
}
