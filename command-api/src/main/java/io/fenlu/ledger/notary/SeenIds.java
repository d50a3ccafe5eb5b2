package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.IdHash;
import java.util.Arrays;

/** Remembers ids by 64 bits of each, so that a hundred million fit into memory: an id it has not seen is new, one it has may be. */
final class SeenIds {
    private long[] table = new long[1 << 12];
    private int count;

    /** Takes in an id; {@code false} when it looks like one that was taken in before. */
    boolean add(String id) {
        if (count * 2L >= table.length) {
            grow();
        }
        var isNew = put(table, mixed(id));
        count += isNew ? 1 : 0;
        return isNew;
    }

    private void grow() {
        var larger = new long[table.length * 2];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        var at = (int) (hash & table.length - 1);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = hash;
        return true;
    }

    private static long mixed(String id) {
        var hash = IdHash.of(id);
        return hash == 0 ? 1 : hash;
    }
}
