package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.boot.BadSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

class OptionsTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_report_that_cannot_be_written_is_known_before_the_first_row_is_brought() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> ImportReport.makePlace(file.resolve("below/report.json")))
                .isInstanceOf(BadSetup.class)
                .hasMessageContaining("the report cannot be written");
        assertThatThrownBy(() -> ImportReport.makePlace(directory))
                .isInstanceOf(BadSetup.class)
                .hasMessageContaining("is a directory");

        var report = directory.resolve("new/report.json");
        ImportReport.makePlace(report);
        assertThat(report).doesNotExist();
        assertThat(report.getParent()).isNotEmptyDirectory();
    }

    @Test
    void a_zone_is_known_by_its_name_and_an_unknown_one_is_refused_without_a_word_about_classes() {
        assertThat(new KnownZone().convert("Asia/Shanghai")).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThatThrownBy(() -> new KnownZone().convert("Mars/Olympus"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("there is no time zone “Mars/Olympus”");
    }
}
