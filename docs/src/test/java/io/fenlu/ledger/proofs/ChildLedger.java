package io.fenlu.ledger.proofs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The outer end of the pipe to a ledger in a process of its own, which can be killed. */
final class ChildLedger implements AutoCloseable {
    /** What came back: the repayment as it is kept, or why not. */
    record Said(@Nullable Kept kept, String no) {}

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;
    private final Map<String, CompletableFuture<Said>> waiting = new ConcurrentHashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Thread listener = Thread.ofPlatform().daemon().unstarted(this::listen);
    private JournalAudit.Chain chain = new JournalAudit.Chain(0, 0);

    private ChildLedger(Process process) {
        this.process = process;
        orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a program of this package and returns when it is open. */
    static ChildLedger open(Class<?> program, Path log, String... arguments) {
        var words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        words.addAll(List.of(arguments));
        try {
            var child = new ChildLedger(new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
            child.awaitOpen(log);
            return child;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitOpen(Path log) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("kept ")) {
                kept.add(Kept.of(line));
            } else if (line.startsWith("chain ")) {
                var words = line.split(" ", 3);
                chain = new JournalAudit.Chain(Long.parseLong(words[1]), Long.parseLong(words[2]));
            } else if (line.equals("open")) {
                listener.start();
                return;
            }
        }
        throw new AssertionError("the ledger did not open: " + Files.readString(log));
    }

    /** What it had when it was opened. */
    List<Kept> kept() {
        return kept;
    }

    JournalAudit.Chain chain() {
        return chain;
    }

    /** Sends a repayment and waits for its answer; an I/O error when the process ended before. */
    Said repay(int loan, String key) throws IOException {
        var answer = new CompletableFuture<Said>();
        waiting.put(key, answer);
        synchronized (orders) {
            orders.write("repay " + loan + " " + key + "\n");
            orders.flush();
        }
        if (!listener.isAlive()) {
            answer.complete(new Said(null, "gone"));
        }
        var said = answer.join();
        if (said.no().equals("gone")) {
            throw new IOException("the ledger is gone");
        }
        return said;
    }

    private void listen() {
        try {
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                var words = line.split(" ", 3);
                var answer = words.length < 3 ? null : waiting.remove(words[1]);
                if (answer != null) {
                    answer.complete(words[0].equals("kept") ? new Said(Kept.of(line), "") : new Said(null, words[2]));
                }
            }
        } catch (IOException torn) {
            // the rest of a line that was cut off is no answer
        } finally {
            waiting.values().forEach(each -> each.complete(new Said(null, "gone")));
        }
    }

    /** Ends the process as it would end without memory or patience: no goodbye, no flush. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            listener.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
