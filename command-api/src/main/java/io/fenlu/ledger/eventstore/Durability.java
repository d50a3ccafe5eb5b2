package io.fenlu.ledger.eventstore;

/** What an acknowledged command survives. */
public enum Durability {
    /** The end of the process, of the machine, of the power: each group is synced to disk before it is acknowledged. */
    DISK(H2Flush.SYNCED, PostgresCommit.FLUSHED),
    /** The end of the process only: each group is handed to the operating system, which writes it to disk some time later. */
    PROCESS(H2Flush.WRITTEN, PostgresCommit.UNFLUSHED);

    private final DiskFlush h2;
    private final DiskFlush postgres;

    Durability(DiskFlush h2, DiskFlush postgres) {
        this.h2 = h2;
        this.postgres = postgres;
    }

    /** How a kind of database keeps this promise. */
    public DiskFlush on(JournalStore store) {
        return switch (store) {
            case H2 -> h2;
            case POSTGRES -> postgres;
        };
    }
}
