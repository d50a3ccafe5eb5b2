package io.fenlu.ledger.notary;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notary's two tables beside the journal: checkpoints, and complete subtrees of the Merkle tree. */
final class TreeTables {
    private static final String CHECKPOINT = "select size, note, signed_at from checkpoint";
    private static final String INSERT_CHECKPOINT = "insert into checkpoint (size, note, signed_at) values (?, ?, ?)";
    private static final String INSERT_NODE = "insert into merkle_node (level, node_index, hash) values (?, ?, ?)";

    private final DataSource journal;
    private final JdbcClient jdbc;

    TreeTables(DataSource journal) {
        this.journal = journal;
        jdbc = JdbcClient.create(journal);
    }

    /** A complete subtree: the lines {@code index · 2^level + 1} to {@code (index + 1) · 2^level}. */
    @SuppressWarnings("ArrayRecordComponent")
    record Node(int level, long index, byte[] hash) {}

    Optional<KeptCheckpoint> newest() {
        return jdbc.sql(CHECKPOINT + " order by size desc fetch first 1 row only")
                .query(TreeTables::checkpoint)
                .optional();
    }

    Optional<KeptCheckpoint> of(long size) {
        return jdbc.sql(CHECKPOINT + " where size = ?")
                .param(size)
                .query(TreeTables::checkpoint)
                .optional();
    }

    /** All checkpoints after a size, smallest first. */
    List<KeptCheckpoint> after(long size, int limit) {
        return jdbc.sql(CHECKPOINT + " where size > ? order by size fetch first ? rows only")
                .params(size, limit)
                .query(TreeTables::checkpoint)
                .list();
    }

    /** The subtrees of one level from an index on, in their order; those that are not kept are left out. */
    List<Node> nodes(int level, long from, long count) {
        return jdbc.sql("select level, node_index, hash from merkle_node"
                        + " where level = ? and node_index >= ? and node_index < ? order by node_index")
                .params(level, from, from + count)
                .query((row, _) -> new Node(row.getInt(1), row.getLong(2), row.getBytes(3)))
                .list();
    }

    long countNodes() {
        return jdbc.sql("select count(*) from merkle_node").query(Long.class).single();
    }

    /** Keeps checkpoints and subtrees, all or none. */
    void keep(List<Node> nodes, List<KeptCheckpoint> checkpoints) throws SQLException {
        try (var connection = journal.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insertNodes(connection, nodes);
                insertCheckpoints(connection, checkpoints);
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static void insertNodes(Connection connection, List<Node> nodes) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT_NODE)) {
            for (var node : nodes) {
                insert.setInt(1, node.level());
                insert.setLong(2, node.index());
                insert.setBytes(3, node.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertCheckpoints(Connection connection, List<KeptCheckpoint> checkpoints) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT_CHECKPOINT)) {
            for (var checkpoint : checkpoints) {
                insert.setLong(1, checkpoint.size());
                insert.setString(2, checkpoint.note());
                insert.setObject(3, checkpoint.signedAt().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static KeptCheckpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new KeptCheckpoint(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
