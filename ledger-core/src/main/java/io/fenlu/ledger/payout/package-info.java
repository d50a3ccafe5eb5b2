/** Where money goes when it leaves the lender. */
@NullMarked
package io.fenlu.ledger.payout;

import org.jspecify.annotations.NullMarked;
