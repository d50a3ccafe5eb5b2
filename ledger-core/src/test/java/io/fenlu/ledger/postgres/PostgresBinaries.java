package io.fenlu.ledger.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once on each machine. */
final class PostgresBinaries {
    private static final Path HOME =
            Path.of(System.getProperty("java.io.tmpdir"), "fenlu-postgres-18.3-" + System.getProperty("user.name"));

    private PostgresBinaries() {}

    /** The directory that has {@code bin}, {@code lib} and {@code share} in it. */
    static synchronized Path home() throws IOException, InterruptedException {
        if (!Files.exists(HOME.resolve("bin/postgres"))) {
            var unpacked = Files.createDirectories(
                    Path.of(HOME + "-" + ProcessHandle.current().pid()));
            unpack(unpacked);
            try {
                Files.move(unpacked, HOME);
            } catch (IOException overtaken) {
                if (!Files.exists(HOME.resolve("bin/postgres"))) {
                    throw overtaken;
                }
                return unpacked;
            }
        }
        return HOME;
    }

    private static void unpack(Path into) throws IOException, InterruptedException {
        var tar = new ProcessBuilder("tar", "-x", "-C", into.toString())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (var packed = new XZInputStream(archive());
                var pipe = tar.getOutputStream()) {
            packed.transferTo(pipe);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("tar could not unpack PostgreSQL into " + into);
        }
    }

    private static InputStream archive() {
        return Stream.of("x86_64", "arm_64")
                .map(processor -> PostgresBinaries.class.getResourceAsStream("/postgres-linux-" + processor + ".txz"))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("PostgreSQL for this processor is not on the class path"));
    }
}
