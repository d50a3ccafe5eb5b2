/** How a debt grows with time: rates, day counts, rounding of interest, penalty for lateness. */
@NullMarked
package io.fenlu.ledger.interest;

import org.jspecify.annotations.NullMarked;
