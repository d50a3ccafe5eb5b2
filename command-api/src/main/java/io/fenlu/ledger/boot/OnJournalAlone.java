package io.fenlu.ledger.boot;

import java.io.PrintWriter;

/** A command that only reads the journal, and does it by itself: it must also work on a ledger that refuses to open. */
public interface OnJournalAlone {
    /** Does what it was asked for; returns the exit code. */
    int run(KeptJournal journal, PrintWriter out);
}
