/** Which debts a payment heals first, and what happens to money that comes early or in excess. */
@NullMarked
package io.fenlu.ledger.allocation;

import org.jspecify.annotations.NullMarked;
