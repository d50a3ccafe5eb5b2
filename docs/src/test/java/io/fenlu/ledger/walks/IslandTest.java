package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger tells nobody that it exists: started on a machine without any network it does not even try to leave it. */
class IslandTest {
    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void onlyWhereAnIslandCanBeMade() {
        assumeTrue(Island.isPossible(), "this machine gives no network namespace (unshare -n)");
    }

    @Test
    void an_attempt_to_leave_the_machine_is_noticed() {
        var log = directory.resolve("leaving.log");
        var program = List.of("-cp", System.getProperty("java.class.path"), Leaving.class.getName());
        try (var island = Island.of(log, program)) {
            island.awaitText(log, "tried");
            assertThat(island.attempts()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_ledger_without_a_network_opens_its_doors_and_makes_no_attempt_to_leave_the_machine() {
        var port = RunningLedger.freePort();
        var program = List.of(
                "-jar",
                RunningLedger.jar().toString(),
                "--data",
                directory.resolve("data").toString(),
                "--server.port=" + port);
        try (var island = Island.of(directory.resolve("ledger.log"), program)) {
            island.awaitDoor(port);
            RunningLedger.sleep(Duration.ofSeconds(5));
            assertThat(island.attempts()).isZero();
        }
    }
}
