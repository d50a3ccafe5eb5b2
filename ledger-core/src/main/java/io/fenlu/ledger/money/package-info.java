/** Amounts of money in whole smallest units, amounts not yet rounded, and the ways to round. */
@NullMarked
package io.fenlu.ledger.money;

import org.jspecify.annotations.NullMarked;
