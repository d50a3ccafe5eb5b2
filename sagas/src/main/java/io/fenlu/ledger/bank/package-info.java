/** The bank's counter: sums that are to be paid out, asked of the bank until it has said what became of each. */
@NullMarked
package io.fenlu.ledger.bank;

import org.jspecify.annotations.NullMarked;
