package io.fenlu.ledger.pages;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fenlu.ledger.kernel.Refusal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsPageTest {
    @Test
    void the_page_of_refusals_lists_every_named_no_with_what_it_means() {
        var page = new StringBuilder("""
            # Refusals

            Every named no of the ledger: the `code` of a problem+json answer, or the word on the command line. Names are never reused. Written by a test
            from the code; do not edit.

            | code | HTTP | meaning | room |
            |---|---|---|---|
            """);
        var names = new HashSet<String>();
        for (var refusal : refusals()) {
            if (!names.add(refusal.name())) {
                throw new AssertionError(refusal.name() + " is the name of two refusals");
            }
            page.append("| `")
                    .append(refusal.name())
                    .append("` | ")
                    .append(status(refusal))
                    .append(" | ");
            page.append(refusal.sentence()).append(" | ").append(room(refusal)).append(" |\n");
        }
        new Page("refusals.md").mustBe(page.toString());
    }

    private static List<Refusal> refusals() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.fenlu.ledger")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                        .map(type -> (Class<?>) type.reflect())
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Refusal.class::cast)
                        .sorted(Comparator.comparing(Refusal::name))
                        .toList();
    }

    /** The status that the refusal names itself, as those of the doors do; otherwise the one of its kind. */
    private static int status(Refusal refusal) {
        try {
            return (int) refusal.getClass().getMethod("status").invoke(refusal);
        } catch (NoSuchMethodException _) {
            return statusOfKind(refusal);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    private static int statusOfKind(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNKNOWN -> 404;
            case NOT_NOW -> 409;
            case UNACCEPTABLE -> 422;
        };
    }

    private static String room(Refusal refusal) {
        var name = refusal.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
