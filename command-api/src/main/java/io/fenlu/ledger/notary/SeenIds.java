package io.fenlu.ledger.notary;

import java.util.Arrays;

/** Remembers ids by 64 bits of each, so that a hundred million fit into memory: an id it has not seen is new, one it has may be. */
final class SeenIds {
    private static final long FNV_START = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;

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
        var hash = FNV_START;
        for (var at = 0; at < id.length(); at++) {
            hash = (hash ^ id.charAt(at)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51_afd7_ed55_8ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
