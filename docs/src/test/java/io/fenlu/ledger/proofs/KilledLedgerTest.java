package io.fenlu.ledger.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.walks.RunningLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar is killed while many clients repay over HTTP; {@code -Dsoak} kills it ten times instead of once. */
class KilledLedgerTest {
    private static final int KILLS = System.getProperty("soak") == null ? 1 : 10;
    private static final long SEED = Long.getLong("seed", 20_260_105L);
    private static final int LOANS = 100;
    private static final int CLIENTS = 64;

    @TempDir
    private Path directory = Path.of("");

    private final Random random = new Random(SEED);
    private final Outsider outsider = new Outsider("http", LOANS);

    @Test
    void nothing_acknowledged_is_lost_or_done_twice_when_the_cord_is_pulled() throws Exception {
        var data = directory.resolve("data");
        try (var ledger = RunningLedger.open(data)) {
            Doors.openLoans(ledger, LOANS);
            killUnderLoad(ledger, 0);
        }
        for (var kill = 1; kill < KILLS; kill++) {
            try (var ledger = RunningLedger.open(data)) {
                askAgain(ledger);
                killUnderLoad(ledger, kill);
            }
        }
        try (var ledger = RunningLedger.open(data)) {
            askAgain(ledger);
            books(ledger);
            otherContentIsRefused(ledger);
        }
        journal(data);
    }

    private void killUnderLoad(RunningLedger ledger, int kill) throws InterruptedException {
        var before = outsider.acknowledged();
        var clients = outsider.send((loan, key) -> Doors.repay(ledger, loan, key), CLIENTS, SEED + 1_000L * kill);
        RunningLedger.sleep(Duration.ofMillis(1_500 + random.nextInt(1_500)));
        ledger.pullTheCord();
        for (var client : clients) {
            client.join();
        }
        System.out.printf(
                "kill %d of %d over HTTP: %,d acknowledged, %d in doubt%n",
                kill + 1,
                KILLS,
                outsider.acknowledged() - before,
                outsider.inDoubt().size());
        assertThat(outsider.acknowledged() - before).as("acknowledged").isGreaterThan(50);
    }

    /** What is in doubt is sent again until it is acknowledged; what was acknowledged is answered as the first time. */
    private void askAgain(RunningLedger ledger) throws IOException {
        outsider.sendAgainWhatIsInDoubt((loan, key) -> Doors.repay(ledger, loan, key));
        assertThat(outsider.inDoubt()).isEmpty();
        assertThat(outsider.answeredOtherwise((loan, key) -> Doors.repay(ledger, loan, key), random, 300))
                .isZero();
    }

    /** Every view has read everything, and debits are credits. */
    private void books(RunningLedger ledger) throws IOException {
        var balance = ledger.getWhenRead("/books/trial-balance?min_position=" + outsider.furthest());
        assertThat(balance.statusCode()).isEqualTo(200);
        assertThat(balance.body()).contains("\"balanced\":true");
        for (var loan = 0; loan < 5; loan++) {
            var repayments = ledger.getWhenRead(
                    "/loans/" + Doors.loan(loan) + "/repayments?min_position=" + outsider.furthest());
            assertThat(repayments.statusCode()).isEqualTo(200);
        }
    }

    private void otherContentIsRefused(RunningLedger ledger) throws IOException {
        var first = "019aa000-0000-7000-8000-000000030000";
        var other =
                ledger.post("/loans/" + Doors.loan(0) + "/repayments", first, Doors.REPAYMENT.replace("1.00", "2.00"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
    }

    /** The file itself: its chain is whole, and each acknowledged repayment is in it once; the position that was told is that of its last fact. */
    private void journal(Path data) throws Exception {
        var file = JournalFile.read(data, List.of("none"));
        assertThat(file.chain().isSound()).isTrue();
        var kept = new ArrayList<Kept>();
        file.lines().forEach(line -> JournalAudit.repayments(line, key -> key, kept::add));
        kept.removeIf(each -> Doors.isFirst(each.key()));
        var last = new HashMap<String, Long>();
        file.lines().forEach(line -> last.merge(JournalAudit.request(line), line.position(), Math::max));
        var verdict = outsider.compare(kept, (has, told) -> last.getOrDefault(has.key(), 0L) == told.position());
        System.out.println("over HTTP: " + verdict);
        assertThat(verdict.isClean()).as("%s", verdict).isTrue();
        assertThat(verdict.acknowledged()).isEqualTo(kept.size());
    }
}
