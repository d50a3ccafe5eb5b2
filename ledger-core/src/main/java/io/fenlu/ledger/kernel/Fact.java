package io.fenlu.ledger.kernel;

import java.time.LocalDate;
import java.util.UUID;

/** Something that happened and is kept for ever; corrected only by more facts. */
public interface Fact {
    /** The one thing (loan, credit line, disbursement) to which this happened. */
    UUID subject();

    /** The business date: when it counts, which is not when the ledger learned of it. */
    LocalDate businessDate();
}
