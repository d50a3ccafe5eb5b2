package io.fenlu.ledger.allocation;

import io.fenlu.ledger.money.Money;

/**
 * A part of a payment and the debt it healed.
 *
 * @param instalment number of the instalment; 0 for principal that was not due yet and belongs to no instalment
 */
public record AllocationLine(int instalment, Bucket bucket, Money amount) {}
