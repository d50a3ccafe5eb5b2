package io.fenlu.ledger.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.boot.LedgerDatabase;
import io.fenlu.ledger.eventstore.Durability;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.JournalMark;
import io.fenlu.ledger.eventstore.JournalStore;
import io.fenlu.ledger.eventstore.SerialAppender;
import io.fenlu.ledger.eventstore.UnclosedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedJournalTest {
    private static final long SEED = Long.getLong("seed", 20_260_105L);
    private static final int PLACES = Integer.getInteger("places", 250);
    private static final String FILE = "journal.mv.db";
    private static final String MARK = "journal.mark";

    @TempDir
    private Path directory = Path.of("");

    /** What becomes of a damaged file. */
    private enum Fate {
        /** The database refuses to open it. */
        REFUSED,
        /** A line, or the way to it, is not what was written: whoever reads all of it is told. */
        FOUND,
        /** It opens, whole and in its chain, without its last lines. */
        SHORTER,
        /** As much, but only lines are missing that nobody had been told of when the ledger was killed. */
        UNANSWERED,
        /** Every line is read as it was written, by position and by aggregate. */
        HARMLESS,
        /** Lines are others than those that were written, and nobody is told. */
        SILENT,
        /** It takes for ever. */
        HANGS
    }

    @Test
    void every_damage_is_refused_or_found_or_touches_no_event() throws Exception {
        var random = new Random(SEED);
        var fates = new EnumMap<Fate, Integer>(Fate.class);
        var killed = ledger();
        damage(killed, PLACES / 2, random, fates);
        compact(killed);
        damage(killed, PLACES - PLACES / 2, random, fates);

        System.out.println(PLACES + " damaged journals: " + fates);
        assertThat(fates).as("the damage must be worth the name").containsKeys(Fate.FOUND, Fate.SHORTER);
    }

    private void damage(Path ledger, int places, Random random, EnumMap<Fate, Integer> fates) throws Exception {
        var whole = Files.readAllBytes(ledger.resolve(FILE));
        var mark = Files.readAllBytes(ledger.resolve(MARK));
        var noted = noted(mark);
        var intact = JournalFile.read(copy(whole, mark), List.of());
        assertThat(intact.chain().isSound()).isTrue();
        assertThat(intact.lines()).as("a note never leads the journal").hasSizeGreaterThanOrEqualTo(noted);
        for (var place = 0; place < places; place++) {
            var damaged = DamagedFile.of(whole, random);
            var fate = fate(copy(damaged.content(), mark), intact, noted);
            fates.merge(fate, 1, Integer::sum);
            assertThat(fate).as(damaged.how()).isNotIn(Fate.SILENT, Fate.HANGS);
            if (fate == Fate.REFUSED) {
                assertRefused(copy(damaged.content(), mark), damaged.how());
            }
            if (fate == Fate.SHORTER) {
                assertShortnessIsTold(copy(damaged.content(), mark), damaged.how());
            }
        }
    }

    /** The position in the newer of its two notes. */
    private static int noted(byte[] mark) {
        return Pattern.compile("position (\\d{20})")
                .matcher(new String(mark, StandardCharsets.US_ASCII))
                .results()
                .mapToInt(note -> Integer.parseInt(note.group(1)))
                .max()
                .orElseThrow();
    }

    private static Fate fate(Path copy, JournalFile intact, int noted) throws Exception {
        var reading = CompletableFuture.supplyAsync(
                () -> readAndCompare(copy, intact, noted),
                run -> Thread.ofPlatform().daemon().start(run));
        try {
            return reading.get(30, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            return Fate.HANGS;
        }
    }

    private static Fate readAndCompare(Path copy, JournalFile intact, int noted) {
        try {
            var read = JournalFile.read(copy, intact.aggregates());
            if (!read.chain().isSound() || read.wrongLookup().isPresent()) {
                return Fate.FOUND;
            }
            if (read.lines().size() < intact.lines().size()) {
                return read.lines().size() < noted ? Fate.SHORTER : Fate.UNANSWERED;
            }
            if (read.equals(intact)) {
                return Fate.HARMLESS;
            }
            read.othersThan(intact).forEach(System.out::println);
            return Fate.SILENT;
        } catch (SQLException refused) {
            return Fate.REFUSED;
        } catch (RuntimeException found) {
            return Fate.FOUND;
        }
    }

    /** The product says so in one line that names the directory. */
    private static void assertRefused(Path copy, String how) {
        assertThatThrownBy(() -> LedgerDatabase.journal(copy).close())
                .as(how)
                .isInstanceOf(BadSetup.class)
                .hasMessageContaining(copy.getFileName().toString())
                .hasMessageNotContaining("\n");
    }

    /** The product opens its database, and refuses to write to it. */
    private static void assertShortnessIsTold(Path copy, String how) {
        try (var journal = LedgerDatabase.journal(copy);
                var appender = SerialAppender.open(journal, Durability.DISK.on(JournalStore.H2), Clock.systemUTC())) {
            assertThatThrownBy(() -> JournalMark.keep(copy, appender, Durability.DISK))
                    .as(how)
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("but was on disk up to");
        }
    }

    private Path copy(byte[] journal, byte[] mark) throws IOException {
        var copy = Files.createDirectories(directory.resolve("copy"));
        try (var files = Files.list(copy)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.write(copy.resolve(FILE), journal);
        Files.write(copy.resolve(MARK), mark);
        return copy;
    }

    /** A ledger that was killed at work; H2 opens its file in the last state that is in it, as the product sees to. */
    private Path ledger() throws IOException {
        var data = directory.resolve("data");
        var outsider = new Outsider("damage", LeanLedger.LOANS);
        try (var ledger = ChildLedger.open(LeanLedger.class, directory.resolve("log"), data.toString())) {
            outsider.send((loan, key) -> ledger.repay(loan, key).kept(), 8, SEED);
            while (outsider.acknowledged() < 800) {
                Thread.onSpinWait();
            }
            ledger.kill();
            outsider.stop();
        }
        UnclosedFile.lookThrough(data.resolve(FILE));
        return data;
    }

    /** Leaves nothing in the file but what is needed, so that hardly a byte is without meaning. */
    private static void compact(Path ledger) throws SQLException {
        try (var journal = LedgerDatabase.journal(ledger)) {
            var connection = journal.getConnection();
            try (var statement = connection.createStatement()) {
                statement.execute("shutdown compact");
            }
        }
    }
}
