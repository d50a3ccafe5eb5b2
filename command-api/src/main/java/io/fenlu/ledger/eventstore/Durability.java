package io.fenlu.ledger.eventstore;

/** What an acknowledged command survives. */
public enum Durability {
    /** The end of the process, of the machine, of the power: each group is synced to disk before it is acknowledged. */
    DISK(DiskFlush.H2),
    /** The end of the process only: each group is handed to the operating system, which writes it to disk some time later. */
    PROCESS(DiskFlush.H2_UNSYNCED);

    private final DiskFlush h2;

    Durability(DiskFlush h2) {
        this.h2 = h2;
    }

    /** How an embedded H2 file keeps this promise. */
    public DiskFlush h2() {
        return h2;
    }
}
