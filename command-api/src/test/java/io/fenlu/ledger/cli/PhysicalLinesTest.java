package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhysicalLinesTest {
    @TempDir
    Path directory;

    private List<PhysicalLines.Line> lines(byte[] content) throws IOException {
        var lines = new ArrayList<PhysicalLines.Line>();
        try (var file = PhysicalLines.of(Files.write(directory.resolve("file.csv"), content))) {
            for (var line = file.next(); line.isPresent(); line = file.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them() throws IOException {
        assertThat(lines("a\r\n\nc\n\"d".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new PhysicalLines.Line(1, "a", null),
                        new PhysicalLines.Line(2, "", null),
                        new PhysicalLines.Line(3, "c", null),
                        new PhysicalLines.Line(4, "\"d", null));
    }

    @Test
    void a_line_without_end_and_a_line_of_rubbish_cost_only_themselves() throws IOException {
        var content = new byte[200_000];
        Arrays.fill(content, (byte) 'x');
        content[100_000] = '\n';
        content[100_001] = (byte) 0xff;
        content[100_002] = '\n';
        content[100_003] = 'y';
        content[100_004] = '\n';

        var lines = lines(content);
        assertThat(lines.get(0).fault()).contains("longer than");
        assertThat(lines.get(1).fault()).contains("UTF-8");
        assertThat(lines.get(2).text()).isEqualTo("y");
    }
}
