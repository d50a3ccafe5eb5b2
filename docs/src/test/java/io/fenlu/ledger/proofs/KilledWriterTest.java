package io.fenlu.ledger.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.postgres.PostgresServer;
import io.fenlu.ledger.walks.RunningLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer is killed at random moments; {@code -Dsoak} kills it 45 times on each store instead of three times. */
class KilledWriterTest {
    private static final boolean SOAK = System.getProperty("soak") != null;
    private static final int KILLS = SOAK ? 45 : 3;
    private static final long SEED = Long.getLong("seed", 20_260_105L);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void what_was_acknowledged_is_there_exactly_once_after_every_kill() throws Exception {
        require(Kills.inDirectories(LeanLedger.class, directory, SEED).run(KILLS));
    }

    @Test
    void on_a_server_too_whoever_of_the_two_is_killed() throws Exception {
        try (var server = PostgresServer.own()) {
            require(new Kills(LeanLedger.class, directory, server::createDatabase, SEED, (ledger, kill) -> {
                        if (kill % 2 == 0) {
                            ledger.kill();
                        } else {
                            server.pullTheCord();
                            RunningLedger.sleep(Duration.ofMillis(200));
                            server.start();
                            RunningLedger.sleep(Duration.ofMillis(1_500));
                        }
                    })
                    .run(KILLS));
        }
    }

    @Test
    void a_ledger_that_acknowledges_without_flushing_is_caught() throws Exception {
        requireCaught(LeanLedger.class, "unflushed");
    }

    @Test
    void a_database_out_of_the_box_is_caught() throws Exception {
        requireCaught(StockLikeWriter.class);
    }

    private static void require(Outsider.Verdict verdict) {
        System.out.println("killed " + KILLS + " times: " + verdict);
        assertThat(verdict.acknowledged()).isGreaterThan(100L * KILLS);
        assertThat(verdict.isClean()).as("%s", verdict).isTrue();
    }

    /** A kill right after the database wrote of its own accord loses nothing; one of five is not so lucky. */
    private void requireCaught(Class<?> program, String... arguments) throws Exception {
        var lost = 0L;
        for (var kill = 0; kill < 5 && lost == 0; kill++) {
            var place = directory.resolve("careless-" + kill);
            var verdict = Kills.inDirectories(program, Files.createDirectory(place), SEED + kill, arguments)
                    .run(1);
            System.out.println("killed once, as it must not be: " + verdict);
            lost = verdict.lost();
        }
        assertThat(lost).isPositive();
    }
}
