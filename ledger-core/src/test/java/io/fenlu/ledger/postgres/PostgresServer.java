package io.fenlu.ledger.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server with its data in a directory of its own, which flushes to disk as in earnest.
 *
 * <p>PostgreSQL refuses to run as root; a root starts it as nobody. It ends when this JVM ends, however that ends.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String NOBODY = "65534";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Runs the server until the pipe from this JVM is closed, and then forgets its data; nothing is left behind. */
    private static final String GUARD = """
        exec 3<&0
        "$@" 3<&- </dev/null & server=$!
        { read _ <&3; touch "$0/closed"; kill -QUIT $server; } & watch=$!
        wait $server
        kill $watch 2>/dev/null
        test -e "$0/closed" && rm -rf "$0" "$0.log"
        """;

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final Path home;
    private final Path data;
    private final int port = freePort();
    private @Nullable Process guard;

    private PostgresServer() throws IOException, InterruptedException {
        home = PostgresBinaries.home();
        data = Files.createTempDirectory("fenlu-postgres-data-");
        if (isRoot()) {
            Files.setAttribute(data, "unix:uid", Integer.parseInt(NOBODY));
        }
        runToEnd("initdb", "-D", data.toString(), "-A", "trust", "-U", "fenlu", "-E", "UTF-8", "--no-locale", "-N");
        start();
    }

    /** The server that all tests of this JVM share. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = own();
        }
        return shared;
    }

    /** A server for one test that wants to pull its cord. */
    public static PostgresServer own() {
        try {
            return new PostgresServer();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The address of a new, empty database of the shared server; its user is {@code fenlu} without a password. */
    public static String emptyDatabase() {
        return shared().createDatabase();
    }

    /** The address of a new, empty database; its user is {@code fenlu} without a password. */
    public String createDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=fenlu";
    }

    /** Ends the server as a power cut would. */
    public void pullTheCord() {
        try {
            var postmaster = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().destroyForcibly();
            guard().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process guard() {
        return Objects.requireNonNull(guard, "the server was never started");
    }

    /** Starts the server again on the same data and port. */
    public void start() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    private void launch() throws IOException {
        var server = command(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-h",
                "localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=400",
                "-c",
                "log_min_messages=fatal");
        var words = new ArrayList<>(List.of("sh", "-c", GUARD, data.toString()));
        words.addAll(server);
        guard = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()))
                .start();
    }

    /** A port that nobody listens on may be lent for a moment to a connection that goes out; a server that met that is started anew. */
    private void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                DriverManager.getConnection(url("postgres")).close();
                return;
            } catch (IOException | SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL did not start", notYet);
                }
                if (!guard().isAlive()) {
                    launch();
                }
                Thread.sleep(50);
            }
        }
    }

    private void runToEnd(String program, String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " failed: " + said);
        }
    }

    private List<String> command(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the server and forgets its data. */
    @Override
    public void close() {
        try {
            guard().getOutputStream().close();
            guard().waitFor();
        } catch (IOException gone) {
            // its guard has ended already
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
