package io.fenlu.ledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** An embedded database commits each statement of a script by itself, and a ledger may be killed between any two of them. */
class HalfDoneMigrationTest {
    private static final String SHAPE =
            "select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable from"
                + " information_schema.columns where table_schema = 'PUBLIC' union all select table_name || ' ' ||"
                + " index_name || ' ' || column_name || ' ' || ordinal_position from information_schema.index_columns"
                + " where table_schema = 'PUBLIC' and index_name not like 'PRIMARY_KEY%' union all select table_name"
                + " || ' ' || constraint_name || ' ' || constraint_type from information_schema.table_constraints"
                + " where table_schema = 'PUBLIC'";

    @ParameterizedTest
    @ValueSource(strings = {"db/migration/journal", "db/migration/processing", "db/migration/sagas", "db/views"})
    void a_script_that_was_killed_between_two_statements_is_begun_again(String folder) throws Exception {
        var scripts = scripts(folder);
        assertThat(scripts).isNotEmpty();
        var undisturbed = afterAll(scripts, scripts.size(), 0);

        for (var killed = 0; killed < scripts.size(); killed++) {
            for (var done = 1; done <= scripts.get(killed).size(); done++) {
                assertThat(afterAll(scripts, killed, done))
                        .as("%s, killed after %d statements of script %d", folder, done, killed + 1)
                        .isEqualTo(undisturbed);
            }
        }
    }

    /** What the database looks like when one of its scripts was broken off after some statements, and begun again. */
    private static TreeSet<String> afterAll(List<List<String>> scripts, int killed, int done) throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:h2:mem:", "sa", "")) {
            for (var script = 0; script < scripts.size(); script++) {
                if (script == killed) {
                    run(database, scripts.get(script).subList(0, done));
                }
                run(database, scripts.get(script));
            }
            var shape = new TreeSet<String>();
            try (var statement = database.createStatement();
                    var row = statement.executeQuery(SHAPE)) {
                while (row.next()) {
                    shape.add(row.getString(1));
                }
            }
            return shape;
        }
    }

    private static void run(Connection database, List<String> statements) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The statements of each script for an embedded database, in the order of their versions. */
    private static List<List<String>> scripts(String folder) throws IOException {
        var found = new ArrayList<Resource>();
        for (var kind : List.of("common", "h2")) {
            found.addAll(Arrays.asList(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + folder + "/" + kind + "/*.sql")));
        }
        found.sort(Comparator.comparingInt(HalfDoneMigrationTest::version));
        var scripts = new ArrayList<List<String>>();
        for (var script : found) {
            scripts.add(statements(script.getContentAsString(StandardCharsets.UTF_8)));
        }
        return scripts;
    }

    private static int version(Resource script) {
        var name = Objects.requireNonNull(script.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static List<String> statements(String script) {
        var text = script.replaceAll("(?m)^--.*$", "")
                .replace("${hash}", "binary(32)")
                .replace("${text}", "character large object");
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
