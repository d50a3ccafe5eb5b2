package io.fenlu.ledger.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A process in a network of its own that has nothing but the loopback and no way out. The kernel counts there what finds no way: each
 * attempt to connect to another machine, and each question to a name server.
 *
 * <p>What it does not see: an attempt over IPv6 where {@code ip} is missing and the loopback stays down; what a process asks of another
 * one over a Unix socket; what it would do only hours later.
 */
final class Island implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String LISTENING = "0A";

    private final Process process;

    private Island(Process process) {
        this.process = process;
    }

    /** Whether this machine lets us make one. */
    static boolean isPossible() {
        try {
            var tried = new ProcessBuilder("unshare", "-n", "true")
                    .redirectErrorStream(true)
                    .start();
            return tried.waitFor(10, TimeUnit.SECONDS)
                    && tried.exitValue() == 0
                    && Files.exists(Path.of("/proc/self/net/snmp"));
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts a Java program there; what it prints goes into a file. */
    static Island of(Path log, List<String> program) {
        var words = new ArrayList<>(List.of(
                "unshare",
                "-n",
                "sh",
                "-c",
                "ip link set lo up 2>/dev/null; exec \"$0\" \"$@\"",
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m"));
        words.addAll(program);
        try {
            return new Island(new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitText(Path log, String text) {
        await(() -> Files.readString(log).contains(text));
    }

    void awaitDoor(int port) {
        var address = String.format(Locale.ROOT, ":%04X", port);
        await(() -> lines("tcp", "tcp6").stream()
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(words -> words.length > 3 && words[1].endsWith(address) && words[3].equals(LISTENING)));
    }

    /** How often something here wanted to go where no way leads, or asked a name server on this machine. */
    long attempts() {
        return count("Ip", "OutNoRoutes")
                + count("Udp", "OutDatagrams")
                + lines("snmp6").stream()
                        .filter(line -> line.startsWith("Ip6OutNoRoutes") || line.startsWith("Udp6OutDatagrams"))
                        .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                        .sum();
    }

    /** Two lines of the kernel's: names, and under them numbers. */
    private long count(String protocol, String name) {
        var both = lines("snmp").stream()
                .filter(line -> line.startsWith(protocol + ":"))
                .map(line -> List.of(line.split(" ")))
                .toList();
        return Long.parseLong(both.get(1).get(both.getFirst().indexOf(name)));
    }

    private List<String> lines(String... files) {
        var lines = new ArrayList<String>();
        for (var file : files) {
            var path = Path.of("/proc", Long.toString(process.pid()), "net", file);
            try {
                if (Files.exists(path)) {
                    lines.addAll(Files.readAllLines(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    /** Something that will be so, if all goes well. */
    private interface Condition {
        boolean isMet() throws IOException;
    }

    private void await(Condition condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.isMet()) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw new AssertionError("the process did not get there");
                }
                RunningLedger.sleep(Duration.ofMillis(200));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
