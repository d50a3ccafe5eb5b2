package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.AggregateLookups;
import io.fenlu.ledger.eventstore.HashedLine;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.integrity.ChainedEvent;
import io.fenlu.ledger.integrity.Frontier;
import io.fenlu.ledger.integrity.MerkleTree;
import io.fenlu.ledger.integrity.VerifierKey;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes through the whole journal once, line by line, and recomputes everything: the chain, the positions, each aggregate's sequence, that
 * no id comes twice, the succession of keys, the tree at every checkpoint that was ever kept, the kept subtrees,
 * and that the lines of each aggregate are found when they are asked for by aggregate.
 */
public final class Audit {
    private static final int LINES_PER_READ = 1_000;

    private final JdbcClient jdbc;
    private final TreeTables tables;
    private final LedgerReader reader;
    private final LongConsumer progress;

    private final Frontier tree = Frontier.ofNothing();
    private final AggregateLookups aggregates = new AggregateLookups();
    private final SeenIds ids = new SeenIds();
    private KeySuccession keys = KeySuccession.EMPTY;
    private byte[] previous = ChainedEvent.genesis();
    private long position;
    private long held;
    private long nodesHeld;

    /** The audit of a journal, which tells how far it has come. */
    public Audit(DataSource journal, LongConsumer progress) {
        jdbc = JdbcClient.create(journal);
        tables = new TreeTables(journal);
        reader = LedgerReader.ofAll(jdbc);
        this.progress = progress;
    }

    /**
     * What a whole journal consists of.
     *
     * @param lines how many there are
     * @param checkpoints how many were held against them
     * @param signed how many lines the newest of them speaks of
     */
    public record Whole(long lines, int checkpoints, long signed, KeySuccession keys) {}

    /**
     * Goes through all of it.
     *
     * @param filed checkpoints from the file beside the key, which must all be kept in the database as well
     * @param given a checkpoint that somebody else has kept
     * @throws JournalDamaged at the first position that is wrong
     * @throws ForeignKey when the given checkpoint is one of another log
     */
    public Whole run(List<KeptCheckpoint> filed, Optional<KeptCheckpoint> given) {
        var kept = tables.after(Long.MIN_VALUE, Integer.MAX_VALUE);
        var signed = kept.isEmpty() ? 0 : kept.getLast().size();
        var all = new ArrayDeque<>(Stream.of(kept, filed, given.stream().toList())
                .flatMap(List::stream)
                .filter(distinctBy(KeptCheckpoint::note))
                .sorted(Comparator.comparingLong(KeptCheckpoint::size))
                .toList());
        var checkpoints = all.size();
        var largest = all.isEmpty() ? 0 : all.getLast().size();
        var after = Long.MIN_VALUE;
        for (var lines = read(after); !lines.isEmpty(); lines = read(after)) {
            for (var line : lines) {
                hold(line, signed);
                hold(all, given);
            }
            after = position;
            progress.accept(position);
        }
        given.ifPresent(this::requireOurs);
        require(
                all.isEmpty(),
                position + 1,
                "the line is missing: a checkpoint over " + largest + " lines was signed, and " + position
                        + " are there");
        require(
                tables.countNodes() == nodesHeld,
                Math.max(1, signed),
                "subtrees are kept that are none of the journal");
        requireKept(kept, filed);
        aggregates.firstWrong(reader).ifPresent(wrong -> {
            throw new JournalDamaged(wrong);
        });
        return new Whole(position, checkpoints, largest, keys);
    }

    private static void requireKept(List<KeptCheckpoint> kept, List<KeptCheckpoint> filed) {
        var notes = kept.stream().map(KeptCheckpoint::note).collect(Collectors.toSet());
        for (var each : filed) {
            require(
                    notes.contains(each.note()),
                    each.size(),
                    "the checkpoint that was signed there is not among the kept ones any more");
        }
    }

    private void requireOurs(KeptCheckpoint given) {
        if (keys.reigns().stream().noneMatch(reign -> given.signed().claims(reign.key()))) {
            throw new ForeignKey("the checkpoint is signed by " + given.signed().signer() + " with the key "
                    + HexFormat.of().toHexDigits(given.signed().keyHash()) + ", which is none of this log's: "
                    + names(keys));
        }
    }

    private static <T> Predicate<T> distinctBy(Function<T, ?> what) {
        var seen = new HashSet<Object>();
        return each -> seen.add(what.apply(each));
    }

    private List<HashedLine> read(long after) {
        try {
            return reader.hashedAfter(after, LINES_PER_READ);
        } catch (RuntimeException _) {
            return readOneByOne(after);
        }
    }

    /** After a failure: the next line alone, so that the one that cannot be read is named. */
    private List<HashedLine> readOneByOne(long after) {
        try {
            return reader.hashedAfter(after, 1);
        } catch (RuntimeException failure) {
            throw new JournalDamaged(position + 1, "the line cannot be read: " + rootOf(failure));
        }
    }

    private void hold(HashedLine line, long signed) {
        var event = line.event();
        var expected = position + 1;
        require(event.position() <= expected, expected, "the line is missing");
        require(event.position() == expected, event.position(), "there are lines before the first");
        var hash = event.chained().hash(previous);
        require(MessageDigest.isEqual(hash, line.hash()), expected, "the line does not match its hash");
        var sequence = aggregates.saw(event);
        require(
                event.sequence() == sequence,
                expected,
                "its sequence is " + event.sequence() + " where " + sequence + " follows");
        require(ids.add(event.eventId()) || isUnique(event.eventId()), expected, "its event id was used before");
        keys = keys.and(expected, event.name(), event.payload());
        previous = hash;
        position = expected;
        tree.add(MerkleTree.leaf(hash), (level, index, node) -> {
            if (StoredNodes.isKept(level) && index + 1 << level <= signed) {
                hold(new TreeTables.Node(level, index, node));
            }
        });
    }

    private void hold(TreeTables.Node node) {
        var first = (node.index() << node.level()) + 1;
        var kept = tables.nodes(node.level(), node.index(), 1);
        var what = "the lines " + first + " to " + (node.index() + 1 << node.level());
        require(!kept.isEmpty(), first, what + " have no subtree kept");
        require(
                MessageDigest.isEqual(kept.getFirst().hash(), node.hash()),
                first,
                what + " are not those over which a subtree was kept");
        nodesHeld++;
    }

    private void hold(Deque<KeptCheckpoint> checkpoints, Optional<KeptCheckpoint> given) {
        while (!checkpoints.isEmpty() && checkpoints.getFirst().size() <= position) {
            var checkpoint = checkpoints.removeFirst();
            given.filter(checkpoint::equals).ifPresent(this::requireOurs);
            SealedPast.requireSigned(checkpoint, keys);
            require(
                    MessageDigest.isEqual(checkpoint.says().root(), tree.root()),
                    held + 1,
                    "the lines " + (held + 1) + " to " + position + " are not those that were signed");
            held = position;
        }
    }

    private boolean isUnique(String eventId) {
        return jdbc.sql("select count(*) from ledger_event where event_id = ?")
                        .param(eventId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /**
     * Says whether a journal was signed by a key that somebody holds, or by one that followed it. A key that is named only after the last
     * signature proves nothing: anybody could name it there.
     *
     * @throws ForeignKey when it is not
     */
    public static void requireSignedUnder(VerifierKey key, Whole whole) {
        if (!whole.keys().knows(key, whole.signed())) {
            throw new ForeignKey("the key " + key.origin() + "+" + key.hash()
                    + " is none of those under which this log was" + " signed: " + names(whole.keys()));
        }
    }

    private static String names(KeySuccession keys) {
        return keys.reigns().stream()
                .map(reign -> reign.key().origin() + "+" + reign.key().hash())
                .collect(Collectors.joining(", "));
    }

    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static void require(boolean right, long position, String what) {
        if (!right) {
            throw new JournalDamaged(position, what);
        }
    }
}
