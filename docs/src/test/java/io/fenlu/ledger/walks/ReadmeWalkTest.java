package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeWalkTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_walk_in_the_readme_works_as_printed() throws Exception {
        try (var ledger = RunningLedger.open(directory.resolve("data"))) {
            var said = walk(ledger.port());
            assertThat(said)
                    .contains("HTTP/1.1 201")
                    .contains("HTTP/1.1 202")
                    .doesNotContain("HTTP/1.1 4")
                    .doesNotContain("HTTP/1.1 5")
                    .containsIgnoringCase("Ledger-Position: ")
                    .contains("\"code\":\"DRAW_EXCEEDS_AVAILABLE\"")
                    .contains("loan.repayment-received")
                    .contains("Loan principal");
            assertThat(said.lines().filter(line -> line.startsWith("2026-02-05,")))
                    .hasSize(1);
        }
    }

    private String walk(int port) throws IOException, InterruptedException {
        var readme = Files.readString(Path.of("").toAbsolutePath().resolve("../README.md"));
        var walk = readme.substring(readme.indexOf("## A walk"), readme.indexOf("## The command line"));
        var script = new StringBuilder("set -e\n");
        var blocks = BLOCK.matcher(walk);
        while (blocks.find()) {
            script.append(blocks.group(1).replace("localhost:8080", "localhost:" + port))
                    .append("echo\n");
        }
        var process = new ProcessBuilder("bash", "-c", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
