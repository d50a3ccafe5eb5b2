package io.fenlu.ledger.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the shipped jar holds, in a process of its own. */
public final class RunningLedger implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final int port;

    private RunningLedger(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Opens the ledger kept in a directory and waits until it takes orders. */
    public static RunningLedger open(Path data, String... settings) {
        var port = freePort();
        var words = new ArrayList<>(List.of("serve", "--data", data.toString(), "--server.port=" + port));
        words.addAll(List.of(settings));
        var log = data.resolveSibling(data.getFileName() + ".log");
        var ledger = new RunningLedger(start(log, words.toArray(String[]::new)), port);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && ledger.process.isAlive()) {
            if (answers(port)) {
                return ledger;
            }
            sleep(Duration.ofMillis(200));
        }
        ledger.pullTheCord();
        throw new AssertionError("the ledger did not open within " + PATIENCE + ": " + written(log));
    }

    private static String written(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "nothing was written";
        }
    }

    /** Runs a command to its end and returns its exit code. */
    public static int run(Path log, String... command) {
        try {
            var process = start(log, command);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " came to no end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command of the jar; what it prints goes into a file. */
    public static Process start(Path log, String... command) {
        var words =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m"));
        words.addAll(UnpackedJar.words());
        words.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send(
                HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30)).build());
    }

    /** Asks as a client does: again after a moment when a view has not read far enough yet. */
    public HttpResponse<String> getWhenRead(String path) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = get(path);
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            sleep(Duration.ofSeconds(
                    answer.headers().firstValueAsLong("Retry-After").orElseThrow()));
            answer = get(path);
        }
        return answer;
    }

    public HttpResponse<String> post(String path, String key, String json) throws IOException {
        return send(HttpRequest.newBuilder(at(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Ends the process as a power cut would: no goodbye, no flush. */
    public void pullTheCord() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                pullTheCord();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the ledger at a port takes orders. */
    static boolean answers(int port) {
        try {
            var question = HttpRequest.newBuilder(at(port, "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return send(question).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private URI at(String path) {
        return at(port, path);
    }

    private static URI at(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static Path jar() {
        var here = Path.of("").toAbsolutePath();
        var root = Files.exists(here.resolve("command-api"))
                ? here
                : here.resolve("..").normalize();
        var jar = root.resolve("command-api/target/fenlu.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is not there; mvn -B verify makes it");
        }
        return jar;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
