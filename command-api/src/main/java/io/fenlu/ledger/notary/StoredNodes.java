package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.integrity.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Subtrees of the Merkle tree over the journal: every eighth level is kept, what lies between is computed from at most 256 hashes of the
 * level below. A kept one that is not there yet is computed as well.
 */
final class StoredNodes implements MerkleTree.Nodes {
    /** Levels between two that are kept. */
    static final int STEP = 8;

    private static final String HASHES =
            "select position, hash from ledger_event where position > ? and position <= ? order by position";

    private final TreeTables tables;
    private final JdbcClient jdbc;

    StoredNodes(DataSource journal) {
        tables = new TreeTables(journal);
        jdbc = JdbcClient.create(journal);
    }

    /** Whether subtrees of this level are kept. */
    static boolean isKept(int level) {
        return level > 0 && level % STEP == 0;
    }

    @Override
    public byte[] node(int level, long index) {
        if (level == 0) {
            return leaves(index, 1).getFirst();
        }
        if (isKept(level)) {
            var kept = tables.nodes(level, index, 1);
            if (!kept.isEmpty()) {
                return kept.getFirst().hash();
            }
        }
        var below = (level - 1) / STEP * STEP;
        var width = 1L << level - below;
        return joined(below == 0 ? leaves(index * width, width) : kept(below, index * width, width));
    }

    /**
     * The hashes of leaves.
     *
     * @throws JournalDamaged when a line is missing
     */
    List<byte[]> leaves(long from, long count) {
        var leaves = new ArrayList<byte[]>();
        jdbc.sql(HASHES).params(from, from + count).query(row -> {
            if (row.getLong(1) == from + leaves.size() + 1) {
                leaves.add(MerkleTree.leaf(row.getBytes(2)));
            }
        });
        if (leaves.size() != count) {
            throw new JournalDamaged(from + leaves.size() + 1, "the line is missing");
        }
        return leaves;
    }

    private List<byte[]> kept(int level, long from, long count) {
        var kept = new ArrayList<byte[]>();
        for (var node : tables.nodes(level, from, count)) {
            while (from + kept.size() < node.index()) {
                kept.add(node(level, from + kept.size()));
            }
            kept.add(node.hash());
        }
        while (kept.size() < count) {
            kept.add(node(level, from + kept.size()));
        }
        return kept;
    }

    private static byte[] joined(List<byte[]> hashes) {
        var row = hashes;
        while (row.size() > 1) {
            var above = new ArrayList<byte[]>(row.size() / 2);
            for (var each = 0; each < row.size(); each += 2) {
                above.add(MerkleTree.inner(row.get(each), row.get(each + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
