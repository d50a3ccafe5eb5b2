package io.fenlu.ledger.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedJournalTest {
    private static final long SEED = Long.getLong("seed", 20_260_105L);
    private static final int PLACES = Integer.getInteger("places", 250);

    @TempDir
    private Path directory = Path.of("");

    /** What becomes of a damaged file. */
    private enum Fate {
        REFUSED,
        FOUND,
        SHORTER,
        BY_AGGREGATE,
        HARMLESS,
        SILENT,
        HANGS
    }

    @Test
    void every_damage_is_refused_or_found_or_touches_no_event() throws Exception {
        var whole = journal();
        var intact = read(whole, List.of());
        assertThat(intact.chain().isSound()).isTrue();
        System.out.println(intact.lines().size() + " lines in " + whole.length + " bytes");
        var fates = new EnumMap<Fate, Integer>(Fate.class);
        var random = new Random(SEED);
        for (var place = 0; place < PLACES; place++) {
            var damaged = DamagedFile.of(whole, random);
            var fate = fate(damaged, intact);
            fates.merge(fate, 1, Integer::sum);
            if (fate != Fate.REFUSED && fate != Fate.HARMLESS && fate != Fate.FOUND) {
                System.out.println(damaged.how() + ": " + fate);
            }
        }
        System.out.println(fates);
    }

    private Fate fate(DamagedFile damaged, JournalFile intact) throws Exception {
        var reading = CompletableFuture.supplyAsync(() -> {
            try {
                var read = read(damaged.content(), List.copyOf(intact.byAggregate().keySet()));
                return compare(read, intact);
            } catch (Exception | Error refused) {
                if (!(refused instanceof java.sql.SQLException))
                System.out.println(refused.toString().lines().findFirst().orElse(""));
                return refused instanceof java.sql.SQLException ? Fate.REFUSED : Fate.FOUND;
            }
        }, run -> Thread.ofPlatform().daemon().start(run));
        try {
            return reading.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            return Fate.HANGS;
        }
    }

    private static Fate compare(JournalFile read, JournalFile intact) {
        if (!read.chain().isSound()) {
            return Fate.FOUND;
        }
        if (read.lines().size() < intact.lines().size()) {
            return Fate.SHORTER;
        }
        if (!read.lines().equals(intact.lines())) {
            return Fate.SILENT;
        }
        Map<String, List<StoredEvent>> by = read.byAggregate();
        return by.equals(intact.byAggregate()) ? Fate.HARMLESS : Fate.BY_AGGREGATE;
    }

    private JournalFile read(byte[] content, List<String> aggregates) throws Exception {
        var copy = Files.createTempDirectory(directory, "copy");
        Files.write(copy.resolve("journal.mv.db"), content);
        try {
            return JournalFile.read(copy, aggregates);
        } finally {
            try (var files = Files.list(copy)) {
                for (var file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The file of a ledger that was killed at work. */
    private byte[] journal() throws IOException {
        var data = Files.createDirectories(directory.resolve("data"));
        var outsider = new Outsider("damage", LeanLedger.LOANS);
        try (var ledger = ChildLedger.open(LeanLedger.class, directory.resolve("log"), data.toString())) {
            outsider.send((loan, key) -> ledger.repay(loan, key).kept(), 8, SEED);
            while (outsider.acknowledged() < 800) {
                Thread.onSpinWait();
            }
            ledger.kill();
            outsider.stop();
        }
        return Files.readAllBytes(data.resolve("journal.mv.db"));
    }
}
