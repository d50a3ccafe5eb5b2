/** How much a borrower may still draw: open, change, freeze, reserve, use, release, close. */
@NullMarked
package io.fenlu.ledger.creditline;

import org.jspecify.annotations.NullMarked;
