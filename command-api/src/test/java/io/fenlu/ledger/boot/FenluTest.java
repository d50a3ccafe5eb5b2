package io.fenlu.ledger.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenluTest {
    private record Ended(int code, String out, String err) {}

    @TempDir
    Path data;

    private static Ended fenlu(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var realOut = System.out;
        var realErr = System.err;
        try (var toOut = new PrintStream(out, true, UTF_8);
                var toErr = new PrintStream(err, true, UTF_8)) {
            System.setOut(toOut);
            System.setErr(toErr);
            return new Ended(Fenlu.run(words), out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    private static void assertMisused(Ended ended, String sentence) {
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("fenlu: ").contains(sentence).hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void help_names_the_commands_of_every_module() {
        var help = fenlu("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("serve", "sample", "--data=DIR");
        assertThat(fenlu("sample", "count", "--help").out()).contains("--at-least");
    }

    @Test
    void words_that_make_no_sense_are_answered_in_one_line() {
        assertMisused(fenlu("srve"), "does not understand srve");
        assertMisused(fenlu("serve", "--colour", "red"), "does not understand --colour red");
        assertMisused(fenlu("sample"), "what to sample? one of: count");
        assertMisused(fenlu("sample", "count"), "WHAT");
        assertMisused(fenlu("sample", "count", "facts", "--at-least", "many"), "many");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_command_is_run_on_the_opened_ledger_and_ends_with_its_code() {
        assertMisused(fenlu("sample", "count", "facts", "--data", data.toString()), "there is no ledger in");
        assertThat(data).isEmptyDirectory();
        LedgerDatabase.journal(data).close();
        var count = fenlu("sample", "count", "facts", "--data", data.toString());
        assertThat(count).isEqualTo(new Ended(0, "1 facts" + System.lineSeparator(), ""));

        assertThat(fenlu("--data", data.toString(), "sample", "count", "facts", "--at-least", "2")
                        .code())
                .isOne();
        assertMisused(fenlu("sample", "count", "sheep", "--data", data.toString()), "cannot count sheep");
    }

    @Test
    void a_bill_day_that_makes_no_sense_bills_nothing() throws Exception {
        assertMisused(fenlu("bill-day", "--on", "x"), "“x” is not a day such as 2026-01-31");
        LedgerDatabase.journal(data).close();
        var report = Files.writeString(data.resolve("file"), "").resolve("report.json");
        assertMisused(
                fenlu("bill-day", "--on", "2026-02-01", "--report", report.toString(), "--data", data.toString()),
                "--report names what cannot be written");
    }

    @Test
    void a_data_directory_that_cannot_be_used_is_told_in_one_line() throws Exception {
        var file = Files.writeString(data.resolve("file"), "");
        assertMisused(fenlu("serve", "--data", file.toString()), "cannot use the data directory");

        assertMisused(fenlu("serve", "--data", "a;INIT=b"), "a semicolon in its name");
        assertMisused(fenlu("serve", "--data", ""), "the data directory has no name");
        assertMisused(
                fenlu("serve", "--data", data.toString(), "--server.port=x"),
                "Property server.port with value 'x' is invalid");
        assertMisused(fenlu("serve", "--data", data.toString(), "--ledger.zone=Mars/X"), "Mars/X");
        assertMisused(
                fenlu("serve", "--data", data.toString(), "--ledger.view.segments=0"),
                "cannot start: ledger.view.segments is at least 1");

        try (var _ = LedgerDatabase.journal(data.resolve("taken"))) {
            assertThat(data.resolve("taken")).isNotEmptyDirectory();
        }
    }

    @Test
    void without_an_axon_server_its_profile_ends_in_one_line() {
        assertMisused(
                fenlu(
                        "--data",
                        data.toString(),
                        "--spring.profiles.active=axonserver",
                        "--axon.axonserver.servers=localhost:1"),
                "no Axon Server answers at localhost:1");
    }

    @Test
    void a_database_server_that_cannot_be_used_is_told_in_one_line() {
        var onPostgres = "--spring.profiles.active=postgres";
        assertMisused(
                fenlu(onPostgres, "--spring.datasource.url=jdbc:postgresql://localhost:1/fenlu"),
                "cannot use the database at jdbc:postgresql://localhost:1/fenlu");
        assertMisused(
                fenlu(onPostgres, "--spring.datasource.url=jdbc:h2:mem:fenlu"),
                "a database on a server is a PostgreSQL");
    }
}
