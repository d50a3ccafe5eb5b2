package io.fenlu.ledger.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The shipped jar, unpacked by itself, with its classes as they are after a start: a ledger is opened dozens of times here, and a start takes
 * two fifths of the time so.
 */
final class UnpackedJar {
    private static final List<String> SHORT_LIVED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final Path CLASSES = Path.of("classes.aot");

    private static final class Made {
        static final Path DIRECTORY = make();
    }

    private UnpackedJar() {}

    /** The words that follow {@code java}; those of the ledger follow them. */
    static List<String> words() {
        return words(Made.DIRECTORY, "-XX:AOTCache=" + Made.DIRECTORY.resolve(CLASSES));
    }

    private static List<String> words(Path directory, String classes) {
        var words = new ArrayList<>(SHORT_LIVED);
        words.addAll(List.of(classes, "-jar", directory.resolve("fenlu.jar").toString()));
        return words;
    }

    private static Path make() {
        try {
            var directory = Path.of("target", "unpacked").toAbsolutePath();
            FileSystemUtils.deleteRecursively(directory);
            Files.createDirectories(directory);
            var log = directory.resolve("log");
            var unpacking = start(
                    log,
                    List.of(
                            "-Djarmode=tools",
                            "-jar",
                            RunningLedger.jar().toString(),
                            "extract",
                            "--force",
                            "--destination",
                            directory.toString()));
            require(unpacking.waitFor(2, TimeUnit.MINUTES) && unpacking.exitValue() == 0, log);
            learnClasses(directory, log);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Java writes down what was loaded when the process is asked to end. */
    private static void learnClasses(Path directory, Path log) throws IOException, InterruptedException {
        var port = RunningLedger.freePort();
        var words = words(directory, "-XX:AOTCacheOutput=" + directory.resolve(CLASSES));
        words.addAll(List.of("serve", "--data", directory.resolve("data").toString(), "--server.port=" + port));
        var ledger = start(log, words);
        for (int waited = 0; waited < 450 && ledger.isAlive() && !RunningLedger.answers(port); waited++) {
            RunningLedger.sleep(Duration.ofMillis(200));
        }
        ledger.destroy();
        require(ledger.waitFor(2, TimeUnit.MINUTES) && Files.exists(directory.resolve(CLASSES)), log);
    }

    private static Process start(Path log, List<String> words) throws IOException {
        var all = new ArrayList<>(List.of(JAVA));
        all.addAll(words);
        var process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static void require(boolean done, Path log) throws IOException {
        if (!done) {
            throw new AssertionError(Files.readString(log));
        }
    }
}
