package io.fenlu.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.boot.LedgerDatabase;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.integrity.Checkpoint;
import io.fenlu.ledger.integrity.MerkleTree;
import io.fenlu.ledger.integrity.SignedNote;
import io.fenlu.ledger.integrity.SigningKey;
import io.fenlu.ledger.integrity.UnusableKey;
import io.fenlu.ledger.integrity.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(180)
class NotaryTest {
    @TempDir
    private Path directory = Path.of("");

    private Path key = Path.of("");

    @BeforeEach
    void key() {
        key = directory.resolve("signing-key");
    }

    @Test
    void a_new_ledger_says_its_name_and_its_key_before_anything_else_and_signs_every_thousandth_line_and_the_last() {
        VerifierKey first;
        try (var ledger = SignedLedger.in(directory, "--ledger.origin=fenlu/test")) {
            first = ledger.part(Notary.class).key();
            assertThat(first.origin()).isEqualTo("fenlu/test");
            assertThat(ledger.part(LedgerReader.class).after(0, 10))
                    .extracting(StoredEvent::name)
                    .containsExactly("integrity.signing-key-introduced");
            var proofs = ledger.part(Proofs.class);
            await().until(() -> proofs.newest().isPresent());

            ledger.write(2_500);
            await().until(() -> proofs.newest().orElseThrow().size() >= 2_000);
            assertThat(proofs.checkpoint(1_000)).isPresent();
            assertThat(proofs.checkpoint(2_000)).isPresent();
            assertThat(proofs.checkpoint(1_001)).isEmpty();
            assertProved(proofs, 2_501);
        }
        var kept = new KeyFiles(key).checkpoints().all();
        assertThat(kept).extracting(KeptCheckpoint::size).containsExactly(1L, 1_000L, 2_000L, 2_501L);
        assertThat(kept)
                .allSatisfy(each -> assertThat(each.signed().isSignedBy(first)).isTrue());

        try (var ledger = SignedLedger.in(directory)) {
            assertThat(ledger.part(Notary.class).key()).isEqualTo(first);
            ledger.write(10);
            assertThat(ledger.part(Proofs.class).newest().orElseThrow().size()).isEqualTo(2_501);
        }
        try (var database = LedgerDatabase.journal(directory)) {
            var whole = audit(database);
            assertThat(whole.lines()).isEqualTo(2_511);
            assertThat(whole.signed()).isEqualTo(2_511);
            assertThat(new TreeTables(database).countNodes()).isEqualTo(2_511 / 256);
        }
        assertThatThrownBy(() -> SignedLedger.in(directory, "--ledger.origin=fenlu/other")
                        .close())
                .hasRootCauseInstanceOf(UnusableKey.class)
                .hasRootCauseMessage("the log has the name fenlu/test since its first line, and ledger.origin is"
                        + " fenlu/other; leave the option out");
    }

    private static void assertProved(Proofs proofs, long size) {
        for (var position : new long[] {1, 255, 256, 257, 1_024, 2_047, 2_048, size - 1, size}) {
            var proof = proofs.inclusion(position, size);
            assertThat(MerkleTree.included(proof.leaf(), position - 1, size, proof.path(), proof.root()))
                    .as("position %d", position)
                    .isTrue();
        }
        for (var smaller : new long[] {1, 255, 256, 1_000, 2_049, size}) {
            var proof = proofs.consistency(smaller, size);
            assertThat(MerkleTree.consistent(smaller, proof.firstRoot(), size, proof.secondRoot(), proof.path()))
                    .as("from %d", smaller)
                    .isTrue();
        }
    }

    @Test
    void a_new_key_is_signed_by_the_old_one_and_every_step_of_its_coming_can_be_cut_short() throws Exception {
        VerifierKey first;
        VerifierKey second;
        var old = directory.resolve("old");
        try (var ledger = SignedLedger.in(directory)) {
            first = ledger.part(Notary.class).key();
            ledger.write(5);
            Files.copy(key, old, StandardCopyOption.COPY_ATTRIBUTES);
            second = ledger.part(Notary.class).rotate();
            assertThat(second).isNotEqualTo(first);
            assertThat(second.origin()).isEqualTo(first.origin()).startsWith("fenlu/");
            assertThat(ledger.part(Proofs.class).newest().orElseThrow().signed().isSignedBy(second))
                    .isTrue();
            ledger.write(5);
        }
        try (var database = LedgerDatabase.journal(directory)) {
            var whole = audit(database);
            assertThat(whole.keys().reigns())
                    .extracting(KeySuccession.Reign::key)
                    .containsExactly(first, second);
            Audit.requireSignedUnder(first, whole);
            Audit.requireSignedUnder(second, whole);
            var foreign = new VerifierKey(
                    first.origin(),
                    SigningKey.make(directory.resolve("foreign")).publicKey());
            assertThatThrownBy(() -> Audit.requireSignedUnder(foreign, whole)).isInstanceOf(ForeignKey.class);
        }

        // cut short after the fact was written: the next key still stands beside the old one
        Files.move(key, directory.resolve("signing-key.next"));
        Files.move(old, key);
        try (var ledger = SignedLedger.in(directory)) {
            assertThat(ledger.part(Notary.class).key()).isEqualTo(second);
        }
        // cut short before: the next key was never named
        SigningKey.make(directory.resolve("signing-key.next"));
        try (var ledger = SignedLedger.in(directory)) {
            assertThat(ledger.part(Notary.class).key()).isEqualTo(second);
            assertThat(ledger.part(Notary.class).rotate()).isNotEqualTo(second);
        }
        assertThat(SigningKey.read(key).publicKey()).isNotEqualTo(second.publicKey());
    }

    @Test
    void a_ledger_does_not_sign_with_a_key_that_is_not_its_own() throws IOException {
        var named = new VerifierKey("fenlu/test", SigningKey.make(key).publicKey());
        var files = new KeyFiles(key);
        assertThat(files.of(named).publicKey()).isEqualTo(named.publicKey());

        var other = new VerifierKey("fenlu/test", SigningKey.make(key).publicKey());
        assertThatThrownBy(() -> files.of(named))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContainingAll(other.hash(), "this ledger signs with the key " + named.hash());
        Files.delete(key);
        assertThatThrownBy(() -> files.of(named))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("is not there, and this ledger signs with the key " + named.hash());
    }

    @Test
    void a_journal_that_is_not_what_was_signed_is_not_opened() {
        try (var ledger = SignedLedger.in(directory)) {
            ledger.write(600);
        }
        var file = new KeyFiles(key).checkpoints();
        try (var database = LedgerDatabase.journal(directory)) {
            var jdbc = JdbcClient.create(database);
            SealedPast.require(database, file);

            jdbc.sql("create table kept as select * from checkpoint").update();
            jdbc.sql("delete from checkpoint where size = 601").update();
            assertRefused(database, file, "position 601: the checkpoint that was signed there is not among the kept");
            jdbc.sql("delete from checkpoint").update();
            jdbc.sql("insert into checkpoint select * from kept").update();

            jdbc.sql("update checkpoint set size = 600 where size = 601").update();
            assertRefused(database, new CheckpointFile(directory.resolve("none")), "position 600: the checkpoint kept");
            jdbc.sql("update checkpoint set size = 601 where size = 600").update();

            jdbc.sql("create table nodes as select * from merkle_node").update();
            jdbc.sql("update merkle_node set hash = (select hash from ledger_event where position = 1) where"
                            + " node_index = 1")
                    .update();
            assertRefused(database, file, "position 601: the lines up to here are not those that were signed");
            jdbc.sql("delete from merkle_node").update();
            SealedPast.require(database, file);
            jdbc.sql("insert into merkle_node select * from nodes").update();

            jdbc.sql("delete from ledger_event where position = 590").update();
            assertRefused(database, file, "position 590: the line is missing");
            jdbc.sql("delete from ledger_event where position >= 590").update();
            assertRefused(
                    database,
                    file,
                    "position 590: the line is missing: a checkpoint over 601 lines was signed, and 589");
        }
        assertThatThrownBy(() -> SignedLedger.in(directory).close()).hasRootCauseInstanceOf(JournalDamaged.class);
    }

    private static void assertRefused(DataSource database, CheckpointFile file, String reason) {
        assertThatThrownBy(() -> SealedPast.require(database, file))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining(reason);
    }

    @Test
    void the_file_of_checkpoints_goes_on_after_its_last_whole_note() throws IOException {
        var path = directory.resolve("checkpoints.txt");
        var one = note(1);
        var two = note(2);
        new CheckpointFile(path).append(List.of(one, two));
        assertThat(new CheckpointFile(path).all())
                .extracting(KeptCheckpoint::note)
                .containsExactly(one.note(), two.note());

        Files.writeString(path, Files.readString(path).substring(0, (int) Files.size(path) - 40));
        assertThat(new CheckpointFile(path).all()).hasSize(1);
        var three = note(3);
        var file = new CheckpointFile(path);
        file.append(List.of(three));
        file.append(List.of(note(4)));
        assertThat(file.all()).extracting(KeptCheckpoint::size).containsExactly(1L, 3L, 4L);
    }

    private KeptCheckpoint note(long size) {
        var secret = SigningKey.make(directory.resolve("key-of-" + size));
        var body = new Checkpoint("fenlu/test", size, new byte[32]).body();
        return KeptCheckpoint.of(SignedNote.sign(body, "fenlu/test", secret).text());
    }

    @Test
    void ids_seen_before_are_recognised_among_very_many() {
        var seen = new SeenIds();
        var repeated = new ArrayList<String>();
        for (var id = 0; id < 50_000; id++) {
            assertThat(seen.add("id-" + id)).isTrue();
            if (id % 1_000 == 0) {
                repeated.add("id-" + id / 2);
            }
        }
        assertThat(repeated).noneMatch(seen::add);
    }

    private static Audit.Whole audit(DataSource database) {
        return new Audit(database, _ -> {}).run(List.of(), Optional.empty());
    }
}
