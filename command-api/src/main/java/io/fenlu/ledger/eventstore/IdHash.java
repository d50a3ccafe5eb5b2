package io.fenlu.ledger.eventstore;

/** 64 bits that tell ids apart: FNV-1a, mixed so that each bit of the result depends on each character. */
public final class IdHash {
    private static final long FNV_START = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;

    private IdHash() {}

    /** The same for the same id in every process and every release. */
    public static long of(String id) {
        var hash = FNV_START;
        for (var at = 0; at < id.length(); at++) {
            hash = (hash ^ id.charAt(at)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51_afd7_ed55_8ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        return hash ^ hash >>> 33;
    }
}
