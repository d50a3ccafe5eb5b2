/** How much may this borrower still draw, on any day? The movements of each credit line. */
@NullMarked
package io.fenlu.ledger.view.creditline;

import org.jspecify.annotations.NullMarked;
