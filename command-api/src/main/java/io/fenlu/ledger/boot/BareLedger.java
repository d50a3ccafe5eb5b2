package io.fenlu.ledger.boot;

import org.springframework.context.annotation.Import;

/** The ledger's write side alone: orders, aggregates and the journal; no doors, no views, no processes. */
@Import({Foundation.class, CommandBeans.class, DatabaseBeans.class, JournalBeans.class, ProcessingBeans.class})
public final class BareLedger {}
