package io.fenlu.ledger.integrity;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over the hashes of all events: the root of a size stands for every event up to it, and short
 * proofs show that an event is in it, or that a larger log only continues a smaller one.
 *
 * <p>The tree stores nothing; it asks for the hashes of complete subtrees.
 */
public final class MerkleTree {
    private final Nodes nodes;

    public MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Where the hashes of complete subtrees are kept or can be computed. */
    @FunctionalInterface
    public interface Nodes {
        /**
         * The hash of the subtree over the leaves {@code index · 2^level} to {@code (index + 1) · 2^level − 1}.
         *
         * @param level 0 for a leaf
         */
        byte[] node(int level, long index);
    }

    /** The hash of a leaf: SHA-256 of a zero byte and the leaf's data. */
    public static byte[] leaf(byte[] data) {
        var sha = Sha256.start();
        sha.update((byte) 0);
        return sha.digest(data);
    }

    /** The hash of an inner node: SHA-256 of a one byte and both children. */
    public static byte[] inner(byte[] left, byte[] right) {
        var sha = Sha256.start();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    /** The root over the first leaves; of no leaves, the hash of nothing. */
    public byte[] root(long size) {
        return size == 0 ? Sha256.start().digest() : range(0, size);
    }

    /** The audit path of a leaf in the tree of a size, from the leaf up (RFC 9162, 2.1.3.1). */
    public List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " is not in a tree of " + size);
        }
        var path = new ArrayList<byte[]>();
        path(leaf, 0, size, path);
        return path;
    }

    /** The proof that the tree of a size continues the tree of a smaller one (RFC 9162, 2.1.4.1). */
    public List<byte[]> consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("a tree of " + second + " does not continue one of " + first);
        }
        var proof = new ArrayList<byte[]>();
        if (first > 0 && first < second) {
            subproof(first, 0, second, true, proof);
        }
        return proof;
    }

    /** Whether an audit path leads from a leaf's hash to a root (RFC 9162, 2.1.3.2). */
    public static boolean included(byte[] leafHash, long leaf, long size, List<byte[]> path, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        var position = leaf;
        var last = size - 1;
        var hash = leafHash;
        for (var step : path) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                hash = inner(step, hash);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                hash = inner(hash, step);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether a proof shows that a larger tree continues a smaller one (RFC 9162, 2.1.4.2). */
    public static boolean consistent(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first == second) {
            return proof.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        if (first == 0) {
            return proof.isEmpty();
        }
        if (first < 0 || first > second || proof.isEmpty()) {
            return false;
        }
        var steps = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            steps.addFirst(firstRoot);
        }
        var position = first - 1;
        var last = second - 1;
        while ((position & 1) == 1) {
            position >>= 1;
            last >>= 1;
        }
        var old = steps.getFirst();
        var now = steps.getFirst();
        for (var step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                old = inner(step, old);
                now = inner(step, now);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                now = inner(now, step);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(old, firstRoot) && MessageDigest.isEqual(now, secondRoot);
    }

    private void path(long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        var split = from + split(to - from);
        if (leaf < split) {
            path(leaf, from, split, path);
            path.add(range(split, to));
        } else {
            path(leaf, split, to, path);
            path.add(range(from, split));
        }
    }

    private void subproof(long first, long from, long to, boolean whole, List<byte[]> proof) {
        if (first == to) {
            if (!whole) {
                proof.add(range(from, to));
            }
            return;
        }
        var split = from + split(to - from);
        if (first <= split) {
            subproof(first, from, split, whole, proof);
            proof.add(range(split, to));
        } else {
            subproof(first, split, to, false, proof);
            proof.add(range(from, split));
        }
    }

    private byte[] range(long from, long to) {
        var width = to - from;
        if (Long.bitCount(width) == 1 && from % width == 0) {
            return nodes.node(Long.numberOfTrailingZeros(width), from / width);
        }
        var split = from + split(width);
        return inner(range(from, split), range(split, to));
    }

    /** The largest power of two smaller than a width of at least two. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
