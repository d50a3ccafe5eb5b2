package io.fenlu.ledger.integrity;

import java.util.Arrays;

/**
 * The growing edge of the Merkle tree: the complete subtrees that cover the log so far, which is all that is needed to go on and to say
 * the root at any moment.
 */
public final class Frontier {
    private final byte[][] peaks;
    private long size;

    private Frontier(byte[][] peaks, long size) {
        this.peaks = peaks;
        this.size = size;
    }

    /** Hears of each subtree when it is complete. */
    @FunctionalInterface
    public interface Completed {
        void node(int level, long index, byte[] hash);
    }

    /** The edge of an empty log. */
    public static Frontier ofNothing() {
        return new Frontier(new byte[Long.SIZE][], 0);
    }

    /** The edge of a log of this size. */
    public static Frontier at(long size, MerkleTree.Nodes nodes) {
        var peaks = new byte[Long.SIZE][];
        for (var level = 0; level < Long.SIZE - 1; level++) {
            if ((size >> level & 1) == 1) {
                peaks[level] = nodes.node(level, (size >> level) - 1);
            }
        }
        return new Frontier(peaks, size);
    }

    public long size() {
        return size;
    }

    /** Takes in the next leaf's hash. */
    public void add(byte[] leaf, Completed completed) {
        var hash = leaf;
        var level = 0;
        while ((size >> level & 1) == 1) {
            hash = MerkleTree.inner(peaks[level], hash);
            level++;
            completed.node(level, size >> level, hash);
        }
        peaks[level] = hash;
        size++;
    }

    /** The root of the log so far. */
    public byte[] root() {
        if (size == 0) {
            return Sha256.start().digest();
        }
        var lowest = Long.numberOfTrailingZeros(size);
        var root = peaks[lowest];
        for (var level = lowest + 1; level < Long.SIZE - 1; level++) {
            if ((size >> level & 1) == 1) {
                root = MerkleTree.inner(peaks[level], root);
            }
        }
        return Arrays.copyOf(root, root.length);
    }
}
