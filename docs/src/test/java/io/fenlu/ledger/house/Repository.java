package io.fenlu.ledger.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source tree as the rules see it. */
public final class Repository {
    static final List<String> MODULES = List.of("ledger-core", "query-projections", "sagas", "command-api", "docs");

    /** Written by a generator, not by us. */
    static final String GENERATED = "io.fenlu.ledger.view.sql";

    /** One file and what is in it. */
    record Source(Path path, String text) {
        String name() {
            return path.getFileName().toString();
        }

        boolean isMain() {
            return path.toString().replace('\\', '/').contains("src/main/");
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    private Repository() {}

    /** The top of the repository, wherever the test was started. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("ledger-core"))
                ? here
                : here.resolve("..").normalize();
    }

    /** Every Java file that somebody wrote. */
    static List<Source> sources() {
        var sources = new ArrayList<Source>();
        for (var module : MODULES) {
            for (var folder : List.of("src/main/java", "src/test/java")) {
                sources.addAll(below(root().resolve(module).resolve(folder)));
            }
        }
        return sources;
    }

    static List<Source> mainSources() {
        return sources().stream().filter(Source::isMain).toList();
    }

    /** What was compiled of a module, without what was generated; empty for a module without code. */
    public static JavaClasses classes(String module) {
        var compiled = root().resolve(module).resolve("target/classes");
        return Files.isDirectory(compiled)
                ? new ClassFileImporter()
                        .importPath(compiled)
                        .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                                "written by hand",
                                (JavaClass type) -> !type.getPackageName().startsWith(GENERATED)))
                : new ClassFileImporter().importClasses(List.of());
    }

    private static List<Source> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new Source(root().relativize(file), read(file)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
