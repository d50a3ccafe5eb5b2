package io.fenlu.ledger.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fenlu.ledger.walks.RunningLedger;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of its own that is filled to the last byte; skipped where it cannot be mounted. */
class FullDiskTest {
    private static final int LOANS = 20;
    private static final int CLIENTS = 16;
    private static final int ROOM_LEFT = 3_000_000;

    @TempDir
    private Path directory = Path.of("");

    private final AtomicInteger leftWithoutAnAnswer = new AtomicInteger();

    private @Nullable Path disk;

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
        }
    }

    @Test
    void a_full_disk_stops_the_ledger_by_name_and_takes_nothing_that_was_acknowledged() throws Exception {
        var mounted = mount();
        var data = Files.createSymbolicLink(directory.resolve("data"), Files.createDirectory(mounted.resolve("data")));
        var ballast = mounted.resolve("ballast");
        var outsider = new Outsider("full", LOANS);
        try (var ledger = RunningLedger.open(data)) {
            Doors.openLoans(ledger, LOANS);
            fill(ballast, Files.getFileStore(mounted).getUsableSpace() - ROOM_LEFT);
            var no = repayUntilRefused(ledger, outsider);

            assertThat(leftWithoutAnAnswer).hasValue(0);
            assertThat(no.body()).contains("\"code\":\"LEDGER_UNAVAILABLE\"");
            assertThat(no.headers().firstValue("Retry-After")).isPresent();
            assertThat(ledger.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(ledger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            for (var loan = 0; loan < LOANS; loan++) {
                var path = "/loans/" + Doors.loan(loan);
                assertThat(ledger.post(path + "/repayments", "later", Doors.REPAYMENT)
                                .body())
                        .contains("\"code\":\"LEDGER_UNAVAILABLE\"");
                assertThat(ledger.get(path).statusCode()).isIn(200, 503);
            }
        }
        Files.delete(ballast);
        try (var ledger = RunningLedger.open(data)) {
            assertThat(outsider.answeredOtherwise(
                            (loan, key) -> Doors.repay(ledger, loan, key), new java.util.Random(1), 300))
                    .isZero();
            outsider.sendAgainWhatIsInDoubt((loan, key) -> Doors.repay(ledger, loan, key));
            assertThat(outsider.inDoubt()).isEmpty();
            assertThat(ledger.getWhenRead("/books/trial-balance?min_position=" + outsider.furthest())
                            .body())
                    .contains("\"balanced\":true");
        }
    }

    private Path mount() throws Exception {
        var at = Files.createDirectory(directory.resolve("disk"));
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", at.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "mounting needs root");
        disk = at;
        return at;
    }

    private HttpResponse<String> repayUntilRefused(RunningLedger ledger, Outsider outsider)
            throws InterruptedException {
        var refused = new AtomicReference<@Nullable HttpResponse<String>>();
        var clients = outsider.send((loan, key) -> repay(ledger, outsider, refused, loan, key), CLIENTS, 7);
        for (var client : clients) {
            client.join();
        }
        System.out.println("the disk was full after " + outsider.acknowledged() + " repayments: " + refused.get());
        var no = refused.get();
        if (no == null) {
            throw new AssertionError("the disk was never full");
        }
        return no;
    }

    private @Nullable Kept repay(
            RunningLedger ledger,
            Outsider outsider,
            AtomicReference<@Nullable HttpResponse<String>> refused,
            int loan,
            String key)
            throws IOException {
        var answer = answered(ledger, loan, key);
        if (answer.statusCode() == 201) {
            var position = answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
            return new Kept(key, position, JournalAudit.fingerprint(answer.body()));
        }
        if (answer.statusCode() == 503) {
            refused.compareAndSet(null, answer);
            outsider.stop();
        }
        return null;
    }

    private HttpResponse<String> answered(RunningLedger ledger, int loan, String key) throws IOException {
        try {
            return ledger.post("/loans/" + Doors.loan(loan) + "/repayments", key, Doors.REPAYMENT);
        } catch (HttpTimeoutException late) {
            leftWithoutAnAnswer.incrementAndGet();
            throw late;
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var zeros = new byte[64 * 1024];
            for (var left = bytes; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
    }
}
