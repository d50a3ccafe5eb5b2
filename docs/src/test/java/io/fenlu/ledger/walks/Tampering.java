package io.fenlu.ledger.walks;

import io.fenlu.ledger.eventstore.HashedLine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.integrity.ChainedEvent;
import io.fenlu.ledger.integrity.Frontier;
import io.fenlu.ledger.integrity.MerkleTree;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with write access to the database, but without the signing key, can do to the journal. */
enum Tampering {
    EDIT {
        @Override
        void on(Rows rows, RandomGenerator dice) {
            var position = dice.nextLong(1, rows.last() + 1);
            rows.edit(position, EDITS.get(dice.nextInt(EDITS.size())));
        }
    },
    DELETE {
        @Override
        void on(Rows rows, RandomGenerator dice) {
            var position = dice.nextLong(1, rows.last() + 1);
            rows.run("delete from ledger_event where position = ?", position);
            if (dice.nextBoolean()) {
                rows.moveUp(position, -1);
            }
        }
    },
    INSERT {
        @Override
        void on(Rows rows, RandomGenerator dice) {
            var position = dice.nextLong(1, rows.last() + 1);
            rows.moveUp(position - 1, 1);
            rows.run(
                    "insert into ledger_event select cast(? as bigint), event_id || 'x', name, revision,"
                        + " aggregate_type, aggregate_id || 'x', sequence, recorded_at, metadata, payload, hash from"
                        + " ledger_event where position = ?",
                    position,
                    position == 1 ? 2 : position - 1);
        }
    },
    SWAP {
        @Override
        void on(Rows rows, RandomGenerator dice) {
            var one = dice.nextLong(1, rows.last() + 1);
            var other = 1 + (one + dice.nextLong(rows.last() - 1)) % rows.last();
            rows.run("update ledger_event set position = -1 where position = ?", one);
            rows.run("update ledger_event set position = ? where position = ?", one, other);
            rows.run("update ledger_event set position = ? where position = -1", other);
        }
    },
    TRUNCATE {
        @Override
        void on(Rows rows, RandomGenerator dice) {
            var position = dice.nextLong(1, rows.last() + 1);
            rows.run("delete from ledger_event where position >= ?", position);
            if (dice.nextBoolean()) {
                rows.run("delete from checkpoint where size >= ?", position);
                rows.run("delete from merkle_node where (node_index + 1) * 256 >= ?", position);
            }
        }
    },
    /** Edits a line and hashes everything after it again; half of the time also computes the kept subtrees again. */
    REHASH {
        @Override
        void on(Rows rows, RandomGenerator dice) {
            var position = dice.nextLong(1, rows.last() + 1);
            rows.edit(position, EDITS.get(dice.nextInt(EDITS.size() - 2)));
            rows.rehash(dice.nextBoolean());
        }
    };

    /** One for each column; the last two cannot be hashed over. */
    private static final List<String> EDITS = List.of(
            "event_id = event_id || '0'",
            "name = name || '.'",
            "revision = revision + 1",
            "aggregate_type = aggregate_type || 'x'",
            "aggregate_id = aggregate_id || 'x'",
            "recorded_at = recorded_at + interval '1' second",
            "metadata = metadata || ' '",
            "payload = payload || ' '",
            "sequence = sequence + 7",
            "hash = (select hash from ledger_event where position <> changed.position order by position fetch first 1"
                    + " row only)",
            "position = position + 1000000");

    abstract void on(Rows rows, RandomGenerator dice);

    /** The journal's rows, as somebody with a SQL prompt sees them. */
    record Rows(DataSource database) {
        long last() {
            return jdbc().sql("select max(position) from ledger_event")
                    .query(Long.class)
                    .single();
        }

        List<HashedLine> all() {
            return LedgerReader.ofAll(jdbc()).hashedAfter(Long.MIN_VALUE, Integer.MAX_VALUE);
        }

        void edit(long position, String change) {
            run("update ledger_event changed set " + change + " where position = ?", position);
        }

        void run(String sql, Object... values) {
            jdbc().sql(sql).params(values).update();
        }

        /** Shifts all lines after a position. */
        void moveUp(long after, long by) {
            run("update ledger_event set position = -position where position > ?", after);
            run("update ledger_event set position = -position + ? where position < 0", by);
        }

        void rehash(boolean alsoSubtrees) {
            var previous = ChainedEvent.genesis();
            var tree = Frontier.ofNothing();
            for (var line : all()) {
                previous = line.event().chained().hash(previous);
                run(
                        "update ledger_event set hash = ? where position = ?",
                        previous,
                        line.event().position());
                tree.add(MerkleTree.leaf(previous), (level, index, hash) -> {
                    if (alsoSubtrees) {
                        run("update merkle_node set hash = ? where level = ? and node_index = ?", hash, level, index);
                    }
                });
            }
        }

        private JdbcClient jdbc() {
            return JdbcClient.create(database);
        }
    }
}
