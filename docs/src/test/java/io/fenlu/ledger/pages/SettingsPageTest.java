package io.fenlu.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.fenlu.ledger.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

class SettingsPageTest {
    private static final List<String> OUTER = List.of("command-api", "query-projections", "sagas");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| .+ \\| .+ \\|$");
    private static final Pattern PLACE = Pattern.compile("\\$\\{(ledger\\.[a-z.-]+)[:}]");
    private static final Pattern SWITCH =
            Pattern.compile("@ConditionalOn\\w*Property\\(\\s*name = \"(ledger\\.[a-z.-]+)\"");

    @Test
    void every_setting_stands_on_the_page_and_nothing_else_does() throws IOException {
        var page = matches(ROW, Files.readString(Page.docs().resolve("settings.md")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(page).isEqualTo(inTheCode());
    }

    private static Set<String> inTheCode() throws IOException {
        var settings = new TreeSet<String>();
        for (var module : OUTER) {
            try (var files = Files.walk(Page.root().resolve(module).resolve("src/main/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    named(file).forEach(settings::add);
                }
            }
            Repository.classes(module).stream()
                    .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                    .flatMap(SettingsPageTest::components)
                    .forEach(settings::add);
        }
        return settings;
    }

    private static Stream<String> named(Path file) throws IOException {
        var text = Files.readString(file);
        return Stream.of(PLACE, SWITCH).flatMap(pattern -> matches(pattern, text));
    }

    private static Stream<String> components(JavaClass type) {
        var reflected = type.reflect();
        var prefix = reflected.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(reflected.getRecordComponents())
                .map(component -> prefix + '.' + kebab(component.getName()));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        Function<java.util.regex.MatchResult, String> name = found -> found.group(1);
        return pattern.matcher(text).results().map(name);
    }
}
