package io.fenlu.ledger.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer is killed at random moments; {@code -Dsoak} kills it 45 times instead of three. */
class KilledWriterTest {
    private static final boolean SOAK = System.getProperty("soak") != null;
    private static final long SEED = Long.getLong("seed", 20_260_105L);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void what_was_acknowledged_is_there_exactly_once_after_every_kill() throws IOException {
        var verdict = new Kills(LeanLedger.class, directory, SEED).run(SOAK ? 45 : 3);

        System.out.println("the ledger: " + verdict);
        assertThat(verdict.acknowledged()).isGreaterThan(SOAK ? 5_000 : 300);
        assertThat(verdict.isClean()).as("%s", verdict).isTrue();
    }

    @Test
    void a_ledger_that_acknowledges_without_flushing_is_caught() throws IOException {
        var verdict = new Kills(LeanLedger.class, directory, SEED, "unflushed").run(1);

        System.out.println("the ledger without its flush: " + verdict);
        assertThat(verdict.lost()).as("%s", verdict).isPositive();
    }

    @Test
    void a_database_out_of_the_box_is_caught() throws IOException {
        var verdict = new Kills(StockLikeWriter.class, directory, SEED).run(1);

        System.out.println("out of the box: " + verdict);
        assertThat(verdict.lost()).as("%s", verdict).isPositive();
    }
}
