package io.fenlu.ledger.kernel;

import java.util.UUID;

/** What somebody asks of one thing (loan, credit line, disbursement); it may be refused. */
public interface Order {
    /** The one thing of which it is asked. */
    UUID subject();
}
