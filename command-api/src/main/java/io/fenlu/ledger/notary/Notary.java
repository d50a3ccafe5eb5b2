package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.DiskFlush;
import io.fenlu.ledger.eventstore.LedgerEventStorageEngine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.integrity.Checkpoint;
import io.fenlu.ledger.integrity.Frontier;
import io.fenlu.ledger.integrity.SignedNote;
import io.fenlu.ledger.integrity.SigningKey;
import io.fenlu.ledger.integrity.UnusableKey;
import io.fenlu.ledger.integrity.VerifierKey;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent.SigningKeyIntroduced;
import io.fenlu.ledger.signingkey.SigningKeyEvent.SigningKeyRotated;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Signs how far the journal has come, with the key that the journal names.
 *
 * <p>The first thing that a new journal says is its own name and its first key, so that both are under every checkpoint there will ever
 * be.
 */
public final class Notary {
    /** How many lines may stand unsigned for longer than a moment. */
    public static final int LINES_BETWEEN = 1_000;

    private static final String AGGREGATE = "signing-key";
    private static final int LINES_PER_READ = 8_000;
    private static final long FILING_AFTER = 1_000_000_000L;

    private final Journal journal;
    private final TreeTables tables;
    private final StoredNodes nodes;
    private final KeyFiles files;
    private final CheckpointFile file;
    private final Supplier<LocalDate> today;
    private final List<KeptCheckpoint> unfiled = new ArrayList<>();
    private long filedAt = System.nanoTime();
    private VerifierKey key;
    private SigningKey secret;
    private @Nullable Frontier frontier;
    private volatile long signed;

    /** What the notary needs of the journal: its tables, its pen, its reader, and how to bring its own rows there. */
    public record Journal(DataSource database, LedgerEventStorageEngine pen, LedgerReader reader, DiskFlush disk) {}

    /**
     * The notary of a journal.
     *
     * @param origin the name of the log if it is a new one, or the name it is expected to have; {@code null} for any
     * @throws UnusableKey when the key is not here, or the journal has another name
     */
    public static Notary open(
            Journal journal,
            KeyFiles files,
            @Nullable String origin,
            Supplier<LocalDate> today,
            Supplier<String> newName) {
        if (origin != null && !VerifierKey.isOrigin(origin)) {
            throw new UnusableKey("ledger.origin is 1 to 200 visible characters of ASCII without a plus sign");
        }
        if (KeySuccession.in(journal.reader()).current().isEmpty()) {
            introduce(journal, files.first(), origin == null ? newName.get() : origin, today.get());
        }
        var key = KeySuccession.in(journal.reader()).current().orElseThrow();
        if (origin != null && !origin.equals(key.origin())) {
            throw new UnusableKey("the log has the name " + key.origin()
                    + " since its first line, and ledger.origin is " + origin + "; leave the option out");
        }
        return new Notary(journal, files, today, key);
    }

    private Notary(Journal journal, KeyFiles files, Supplier<LocalDate> today, VerifierKey key) {
        this.journal = journal;
        this.files = files;
        this.today = today;
        this.key = key;
        tables = new TreeTables(journal.database());
        nodes = new StoredNodes(journal.database());
        file = files.checkpoints();
        secret = files.of(key);
        signed = tables.newest().map(KeptCheckpoint::size).orElse(0L);
    }

    /** The name of the log and the open half of its key. */
    public synchronized VerifierKey key() {
        return key;
    }

    /** How many lines the newest checkpoint speaks of. */
    public long signed() {
        return signed;
    }

    /** Signs at every thousandth line that is on disk, and, if asked to, at the last one. */
    public synchronized void sign(boolean upToTheLast) throws SQLException, IOException {
        var durable = journal.reader().durablePosition();
        var end = upToTheLast ? durable : durable - durable % LINES_BETWEEN;
        if (end > signed) {
            sign(end);
        }
        if (upToTheLast || System.nanoTime() - filedAt > FILING_AFTER) {
            file();
        }
    }

    private void sign(long end) throws SQLException, IOException {
        requireInForce();
        try {
            signUpTo(end);
        } catch (SQLException | IOException | RuntimeException failure) {
            frontier = null;
            signed = tables.newest().map(KeptCheckpoint::size).orElse(0L);
            if (!isOfAnother(failure)) {
                throw failure;
            }
        }
    }

    /** Whether another process on the same journal has signed this before. */
    private static boolean isOfAnother(Exception failure) {
        return failure instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith("23");
    }

    /**
     * Replaces the key: the old one signs the new one, the journal keeps that as a fact, and the new one signs from there on.
     *
     * @return the new key
     */
    public synchronized VerifierKey rotate() throws SQLException, IOException {
        sign(true);
        requireInForce();
        var next = files.makeNext();
        var newKey = new VerifierKey(key.origin(), next.publicKey());
        append(
                journal,
                KeySuccession.in(journal.reader()).reigns().size(),
                new SigningKeyRotated(
                        key.publicKey(),
                        key.hash(),
                        newKey.publicKey(),
                        newKey.hash(),
                        secret.sign(VerifierKey.handover(key.origin(), key.publicKey(), newKey.publicKey())),
                        today.get()));
        files.promote();
        key = newKey;
        secret = next;
        sign(true);
        return newKey;
    }

    private void signUpTo(long end) throws SQLException, IOException {
        var edge = frontier == null ? Frontier.at(signed, nodes) : frontier;
        while (edge.size() < end) {
            var completed = new ArrayList<TreeTables.Node>();
            var checkpoints = new ArrayList<KeptCheckpoint>();
            var count = Math.min(end - edge.size(), LINES_PER_READ - edge.size() % LINES_BETWEEN);
            for (var leaf : nodes.leaves(edge.size(), count)) {
                edge.add(leaf, (level, index, hash) -> {
                    if (StoredNodes.isKept(level)) {
                        completed.add(new TreeTables.Node(level, index, hash));
                    }
                });
                if (edge.size() % LINES_BETWEEN == 0 || edge.size() == end) {
                    checkpoints.add(checkpoint(edge));
                }
            }
            keep(completed, checkpoints);
            frontier = edge;
        }
    }

    private void keep(List<TreeTables.Node> completed, List<KeptCheckpoint> checkpoints) throws SQLException {
        tables.keep(completed, checkpoints);
        unfiled.addAll(checkpoints);
        signed = checkpoints.getLast().size();
    }

    /**
     * Puts into the file what was signed since the last time. Not after each signature, because the journal's own flushes need the disk;
     * what is in the file is in the database, also after a loss of power.
     */
    private void file() throws SQLException, IOException {
        filedAt = System.nanoTime();
        if (unfiled.isEmpty()) {
            return;
        }
        try (var connection = journal.database().getConnection()) {
            journal.disk().flush(connection);
        }
        file.append(unfiled);
        unfiled.clear();
    }

    private KeptCheckpoint checkpoint(Frontier edge) {
        var body = new Checkpoint(key.origin(), edge.size(), edge.root()).body();
        return new KeptCheckpoint(
                edge.size(),
                SignedNote.sign(body, key.origin(), secret).text(),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Another process on the same journal may have replaced the key. */
    private void requireInForce() {
        var named = KeySuccession.in(journal.reader()).current().orElseThrow();
        if (!named.equals(key)) {
            secret = files.of(named);
            key = named;
        }
    }

    private static void introduce(Journal journal, SigningKey secret, String origin, LocalDate on) {
        var key = new VerifierKey(origin, secret.publicKey());
        try {
            append(journal, 0, new SigningKeyIntroduced(origin, key.publicKey(), key.hash(), on));
        } catch (ConcurrencyException _) {
            // another process on the same journal was faster; its key is the log's
        }
    }

    private static void append(Journal journal, long sequence, SigningKeyEvent fact) {
        journal.pen()
                .appendEvents(new GenericDomainEventMessage<>(
                        AGGREGATE, fact.subject().toString(), sequence, fact));
    }
}
