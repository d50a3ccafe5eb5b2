package io.fenlu.ledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.house.Repository.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceRulesTest {
    private static Source source(String text) {
        return new Source(Path.of("ledger-core/src/main/java/io/fenlu/ledger/room/Thing.java"), text);
    }

    private static List<Source> sources(String text) {
        return List.of(source(text));
    }

    @Test
    void files_have_at_most_300_lines() {
        assertThat(TidyRules.tooLong(sources("\n".repeat(301)))).hasSize(1);
        assertThat(TidyRules.tooLong(sources("\n".repeat(300)))).isEmpty();

        assertThat(TidyRules.tooLong(Repository.sources())).isEmpty();
    }

    @Test
    void nothing_is_left_to_be_done() {
        assertThat(TidyRules.leftOver(sources("// TO" + "DO later"))).hasSize(1);

        assertThat(TidyRules.leftOver(Repository.sources())).isEmpty();
    }

    @Test
    void no_number_is_a_binary_fraction() {
        assertThat(TidyRules.binaryFractions(sources("class Thing { double rate; }")))
                .hasSize(1);
        assertThat(TidyRules.binaryFractions(sources("/** double entry */ class Thing { String of = \"float\"; }")))
                .isEmpty();

        assertThat(TidyRules.binaryFractions(Repository.mainSources())).isEmpty();
    }

    @Test
    void every_package_says_on_its_door_what_lives_there_and_marks_its_nulls() {
        var sign = new Source(
                Path.of("ledger-core/src/main/java/io/fenlu/ledger/room/package-info.java"),
                "/** What things are in this room. */\n@NullMarked\npackage io.fenlu.ledger.room;");
        var unmarked = new Source(sign.path(), sign.text().replace("@NullMarked", ""));
        assertThat(TidyRules.unsignedPackages(List.of(source(""), sign))).isEmpty();
        assertThat(TidyRules.unsignedPackages(List.of(source(""), unmarked))).hasSize(1);
        assertThat(TidyRules.unsignedPackages(sources(""))).hasSize(1);

        assertThat(TidyRules.unsignedPackages(Repository.mainSources())).isEmpty();
    }

    @Test
    void the_top_level_holds_the_five_modules_and_little_else() throws IOException {
        assertThat(TidyRules.strangersAtTheTop(Set.of("docs", "pom.xml", ".ci", "scripts")))
                .containsExactly("scripts");

        try (var top = Files.list(Repository.root())) {
            assertThat(TidyRules.strangersAtTheTop(
                            top.map(path -> path.getFileName().toString()).collect(Collectors.toSet())))
                    .isEmpty();
        }
    }

    @Test
    void names_say_something_methods_are_short_records_are_narrow_and_deciders_have_no_default() {
        assertThat(SyntaxRules.broken(sources("class LoanHelper {}"))).hasSize(1);
        assertThat(SyntaxRules.broken(sources("record Wide(int a,int b,int c,int d,int e,int f,int g,int h,int i,int j,"
                        + "int k,int l,int m) {}")))
                .hasSize(1);
        assertThat(SyntaxRules.broken(sources("class Thing { void act() {" + "\n".repeat(60) + "} }")))
                .hasSize(1);
        assertThat(SyntaxRules.broken(sources(
                        "class Thing { int decide(int x) { return switch (x) { case 1 -> 2; default -> 3; }; } }")))
                .singleElement()
                .asString()
                .contains("Thing.java:1: a default branch");
        assertThat(SyntaxRules.broken(sources(
                        "class Thing { int weigh(int x) { return switch (x) { case 1 -> 2; default -> 3; }; } }")))
                .isEmpty();

        assertThat(SyntaxRules.broken(Repository.sources())).isEmpty();
    }

    @Test
    void no_sql_is_built_from_strings() {
        assertThat(SyntaxRules.broken(sources(
                        "class Thing { String of(String id) { return \"select * from loan where id = '\" + id; } }")))
                .singleElement()
                .asString()
                .endsWith("Thing.java:1: SQL is glued together from what is no constant");
        assertThat(SyntaxRules.broken(
                        sources("class Thing { String of(String t) { return \"delete from %s\".formatted(t); } }")))
                .singleElement()
                .asString()
                .endsWith("SQL is filled in by formatted");
        assertThat(SyntaxRules.broken(
                        sources("class Thing { static final String T = \"loan\"; String s = \"select * from \""
                                + " + T + \" where id = ?\"; }")))
                .isEmpty();
        assertThat(SyntaxRules.broken(sources("class Thing { String of(int n) { return \"selected: \" + n; } }")))
                .isEmpty();
    }
}
