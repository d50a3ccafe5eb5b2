package io.fenlu.ledger.account;

import java.time.LocalDate;

/**
 * A debt that the books gave up (已核销账户).
 *
 * @param claim what the shopper still owes of it; it bears nothing any more
 * @param recovered what has been paid of it since
 */
record WrittenOff(LocalDate on, Debts claim, Debts recovered) {}
