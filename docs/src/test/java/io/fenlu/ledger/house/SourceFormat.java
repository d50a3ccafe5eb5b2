package io.fenlu.ledger.house;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps every source file in one form: {@code check} names the files that differ, {@code apply} rewrites them.
 *
 * <p>The build starts it as a single source file on the toolchain's JDK, because a formatter inside Maven's own JVM cannot read
 * the language of a newer one.
 */
final class SourceFormat {
    private static final List<String> ROOTS = List.of("src/main/java", "src/test/java");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private SourceFormat() {}

    public static void main(String[] arguments) throws IOException {
        var apply = arguments[0].equals("apply");
        var differing = new SourceFormat().visit(Path.of(arguments[1]), apply);
        for (var file : differing) {
            System.out.println((apply ? "formatted " : "not formatted: ") + file);
        }
        if (!apply && !differing.isEmpty()) {
            System.out.println("run: mvn -N verify -Dformat=apply");
            System.exit(1);
        }
    }

    private List<Path> visit(Path repository, boolean apply) throws IOException {
        var differing = new ArrayList<Path>();
        for (var file : sources(repository)) {
            var text = Files.readString(file);
            var formatted = format(file, text);
            if (!formatted.equals(text)) {
                differing.add(repository.relativize(file));
                if (apply) {
                    Files.writeString(file, formatted);
                }
            }
        }
        return differing;
    }

    private String format(Path file, String text) {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException unreadable) {
            throw new IllegalArgumentException(file + " cannot be formatted", unreadable);
        }
    }

    private static List<Path> sources(Path repository) throws IOException {
        var sources = new ArrayList<Path>();
        try (var modules = Files.list(repository)) {
            for (var module : modules.filter(Files::isDirectory).sorted().toList()) {
                for (var root : ROOTS) {
                    collect(module.resolve(root), sources);
                }
            }
        }
        return sources;
    }

    private static void collect(Path root, List<Path> sources) throws IOException {
        if (Files.isDirectory(root)) {
            try (var files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
    }
}
