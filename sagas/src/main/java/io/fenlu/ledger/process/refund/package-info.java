/** Sending overpayments back to where they came from. */
@NullMarked
package io.fenlu.ledger.process.refund;

import org.jspecify.annotations.NullMarked;
