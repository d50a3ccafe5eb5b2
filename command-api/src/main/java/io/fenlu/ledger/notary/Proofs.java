package io.fenlu.ledger.notary;

import io.fenlu.ledger.integrity.MerkleTree;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Answers those who do not want to believe: what was signed, that a line is in it, and that a later log continues an earlier one. */
public final class Proofs {
    private final TreeTables tables;
    private final StoredNodes nodes;
    private final MerkleTree tree;
    private final LongSupplier durablePosition;

    public Proofs(DataSource journal, LongSupplier durablePosition) {
        tables = new TreeTables(journal);
        nodes = new StoredNodes(journal);
        tree = new MerkleTree(nodes);
        this.durablePosition = durablePosition;
    }

    /** That a line is in the log of a size. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Inclusion(byte[] leaf, byte[] root, List<byte[]> path) {}

    /** That the log of a size continues the log of a smaller one. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Consistency(byte[] firstRoot, byte[] secondRoot, List<byte[]> path) {}

    /** How many lines can be proved. */
    public long size() {
        return durablePosition.getAsLong();
    }

    /** The checkpoint over the most lines; none before the first was signed. */
    public Optional<KeptCheckpoint> newest() {
        return tables.newest();
    }

    /** The checkpoint that was signed over so many lines. */
    public Optional<KeptCheckpoint> checkpoint(long size) {
        return tables.of(size);
    }

    /** For a position from 1 to the size, which is no more than {@link #size()}. */
    public Inclusion inclusion(long position, long size) {
        var leaf = position - 1;
        return new Inclusion(nodes.node(0, leaf), tree.root(size), tree.inclusion(leaf, size));
    }

    /** For sizes from 0 to {@link #size()}, the first no more than the second. */
    public Consistency consistency(long first, long second) {
        return new Consistency(tree.root(first), tree.root(second), tree.consistency(first, second));
    }
}
