package io.fenlu.ledger.kernel;

import java.time.LocalDate;
import java.util.UUID;

/** What somebody asks of one thing (loan, credit line, disbursement); it may be refused. */
public interface Order {
    /** The one thing of which it is asked. */
    UUID subject();

    /** The day on which it is to count. */
    LocalDate businessDate();
}
