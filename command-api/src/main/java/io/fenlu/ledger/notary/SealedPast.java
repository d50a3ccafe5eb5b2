package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.integrity.MalformedNote;
import io.fenlu.ledger.integrity.MerkleTree;
import java.security.MessageDigest;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks, before anything is added to the journal, whether it still is what was signed last. */
public final class SealedPast {
    private final TreeTables tables;
    private final MerkleTree tree;
    private final JdbcClient jdbc;

    private SealedPast(DataSource journal) {
        tables = new TreeTables(journal);
        tree = new MerkleTree(new StoredNodes(journal));
        jdbc = JdbcClient.create(journal);
    }

    /**
     * Holds the newest checkpoint against the journal: its size, its root as the kept subtrees give it, its signature. Reads a few
     * hundred hashes, however long the journal is; {@code fenlu verify} goes through all of it.
     *
     * @throws JournalDamaged when the journal is not what was signed, or a checkpoint has been taken away
     */
    public static SealedPast require(DataSource journal, CheckpointFile file) {
        var past = new SealedPast(journal);
        past.require(file);
        return past;
    }

    private void require(CheckpointFile file) {
        var signed = file.all();
        if (!signed.isEmpty()) {
            var last = signed.getLast();
            if (!tables.of(last.size()).map(KeptCheckpoint::note).equals(Optional.of(last.note()))) {
                throw new JournalDamaged(
                        last.size(), "the checkpoint that was signed there is not among the kept ones any more");
            }
        }
        tables.newest().ifPresent(this::hold);
    }

    private void hold(KeptCheckpoint newest) {
        var size = newest.size();
        var head = jdbc.sql("select coalesce(max(position), 0) from ledger_event")
                .query(Long.class)
                .single();
        if (size > head) {
            throw new JournalDamaged(
                    head + 1,
                    "the line is missing: a checkpoint over " + size + " lines was signed, and " + head + " are there");
        }
        requireSigned(newest, KeySuccession.in(LedgerReader.ofAll(jdbc)));
        if (!MessageDigest.isEqual(newest.says().root(), tree.root(size))) {
            throw new JournalDamaged(
                    size, "the lines up to here are not those that were signed; fenlu verify tells which");
        }
    }

    /**
     * Holds the signature of a checkpoint against the keys of the log.
     *
     * @throws JournalDamaged when the key in force did not sign it
     */
    static void requireSigned(KeptCheckpoint checkpoint, KeySuccession keys) {
        try {
            var says = checkpoint.says();
            var key = keys.at(checkpoint.size())
                    .filter(each -> each.origin().equals(says.origin()))
                    .filter(each -> checkpoint.signed().isSignedBy(each));
            if (says.size() != checkpoint.size() || key.isEmpty()) {
                throw new JournalDamaged(
                        checkpoint.size(), "the checkpoint kept for this size was not signed by the key of this log");
            }
        } catch (MalformedNote malformed) {
            throw new JournalDamaged(
                    checkpoint.size(), "the checkpoint kept for this size is malformed: " + malformed.getMessage());
        }
    }
}
