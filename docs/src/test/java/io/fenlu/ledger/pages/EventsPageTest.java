package io.fenlu.ledger.pages;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventsPageTest {
    private static final List<Class<? extends Fact>> ROOTS = List.of(
            CreditLineEvent.class,
            LoanEvent.class,
            AccountEvent.class,
            MerchantEvent.class,
            DisbursementEvent.class,
            SigningKeyEvent.class);

    @Test
    void the_page_of_events_lists_every_fact_with_its_stored_name_and_fields() throws IOException {
        var page = new StringBuilder("""
            # Events

            Every fact the ledger keeps, under the name and revision it is stored with for ever. Written by a test from the code; do not edit.

            Amounts are stored as currency and decimal (`"CNY 10.00"`), dates as ISO dates, enums in kebab-case, fields in snake_case;
            a value with several shapes carries its `kind`.
            """);
        for (var root : ROOTS) {
            page.append("\n## ").append(room(root)).append("\n");
            for (var fact : leaves(root).toList()) {
                var source = source(fact.getDeclaringClass());
                var stored = Objects.requireNonNull(fact.getAnnotation(StoredAs.class), fact.getName());
                page.append("\n### `")
                        .append(stored.name())
                        .append("` revision ")
                        .append(stored.revision())
                        .append("\n\n");
                page.append(sentence(source, fact.getSimpleName())).append("\n\n| field | type |\n|---|---|\n");
                for (var component : fact.getRecordComponents()) {
                    page.append("| `")
                            .append(snake(component.getName()))
                            .append("` | ")
                            .append(type(component))
                            .append(" |\n");
                }
            }
        }
        new Page("events.md").mustBe(page.toString());
    }

    /** The records of a sealed family, also of families inside it. */
    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EventsPageTest::leaves)
                : Stream.of(family);
    }

    private static String source(Class<?> root) throws IOException {
        return Files.readString(Page.root()
                .resolve("ledger-core/src/main/java")
                .resolve(root.getName().replace('.', '/') + ".java"));
    }

    private static String room(Class<?> root) {
        var name = root.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What the author wrote above the record, without markup. */
    private static String sentence(String source, String record) {
        var comment = Pattern.compile(
                        "/\\*\\*(?<text>(?:(?!\\*/).)*)\\*/\\s*@StoredAs\\([^)]*\\)\\s*record " + record + "\\b",
                        Pattern.DOTALL)
                .matcher(source);
        if (!comment.find()) {
            throw new AssertionError(record + " has no comment that says what happened");
        }
        var lines = new ArrayList<String>();
        for (var line : comment.group("text").lines().toList()) {
            var text = line.strip().replaceFirst("^\\*\\s?", "").strip();
            if (text.startsWith("@")) {
                break;
            }
            lines.add(text);
        }
        return String.join(" ", lines)
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
    }

    private static String type(RecordComponent component) {
        var generic = component.getGenericType().getTypeName();
        return Arrays.stream(generic.split("(?<=[<>,])|(?=[<>,])"))
                .map(part -> part.substring(part.lastIndexOf('.') + 1))
                .collect(Collectors.joining())
                .replaceFirst("^List<(.*)>$", "list of $1");
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
