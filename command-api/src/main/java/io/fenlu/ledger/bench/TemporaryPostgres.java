package io.fenlu.ledger.bench;

import io.fenlu.ledger.boot.BadSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for the time of a measurement, from the programs installed on this machine, with the settings it comes with.
 *
 * <p>It refuses to run as root; a root starts it as nobody.
 */
final class TemporaryPostgres implements AutoCloseable {
    private static final String NOBODY = "65534";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path programs;
    private final Path data;
    private final int port;
    private final Process server;

    private TemporaryPostgres(Path programs, Path data) throws IOException, InterruptedException {
        this.programs = programs;
        this.data = data;
        if (isRoot()) {
            Files.setAttribute(data, "unix:uid", Integer.parseInt(NOBODY));
        }
        run("initdb", "-D", data.toString(), "-A", "trust", "-U", "fenlu", "-E", "UTF-8", "--no-locale");
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        server = new ProcessBuilder(command(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-h",
                        "localhost",
                        "-c",
                        "unix_socket_directories="))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        awaitReady();
    }

    /**
     * Starts a server with its data below a directory.
     *
     * @throws BadSetup when PostgreSQL is not installed here
     */
    static TemporaryPostgres below(Path directory) throws IOException {
        try {
            directory.toFile().setExecutable(true, false);
            return new TemporaryPostgres(programs(), Files.createDirectories(directory.resolve("postgres")));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private static Path programs() throws IOException {
        var places = new ArrayList<>(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                        .map(Path::of)
                        .toList());
        var installed = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> versions = Files.list(installed)) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            }
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .filter(place -> Files.isExecutable(place.resolve("postgres")))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new BadSetup("no PostgreSQL is installed here; name one with --postgres-url"));
    }

    private void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(url("postgres"), "fenlu", "").close();
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > end || !server.isAlive()) {
                    throw new BadSetup("PostgreSQL did not start: " + notYet.getMessage(), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BadSetup(program + " failed: " + said.lines().findFirst().orElse(""));
        }
    }

    private List<String> command(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
