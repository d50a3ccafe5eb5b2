package io.fenlu.ledger.boot;

import io.fenlu.ledger.gate.BusinessDay;
import org.springframework.context.annotation.Import;

/** The ledger's write side alone: orders, aggregates and the journal; no doors, no views, no processes. */
@Import({
    Foundation.class,
    CommandBeans.class,
    DatabaseBeans.class,
    JournalBeans.class,
    NotaryBeans.class,
    ProcessingBeans.class,
    BusinessDay.class
})
public final class BareLedger {}
