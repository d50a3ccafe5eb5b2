package io.fenlu.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.fenlu.ledger.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.+?) \\| .+ \\|$");

    @Test
    void every_public_type_of_the_core_stands_in_the_vocabulary_with_its_chinese_term() throws IOException {
        var words = new TreeSet<String>();
        var rows = ROW.matcher(Files.readString(Page.docs().resolve("vocabulary.md")));
        while (rows.find()) {
            assertThat(rows.group(2))
                    .as("the Chinese term of %s", rows.group(1))
                    .matches(".*\\p{IsHan}.*");
            words.add(rows.group(1));
        }
        assertThat(words).isEqualTo(publicTypesOfTheCore());
    }

    private static Set<String> publicTypesOfTheCore() {
        return Repository.classes("ledger-core").stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getName().contains("$"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
