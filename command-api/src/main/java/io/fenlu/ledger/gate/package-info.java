/** The one way to give an order and to get its answer, the same for every door: who asks, what was kept of it, what followed from it. */
@NullMarked
package io.fenlu.ledger.gate;

import org.jspecify.annotations.NullMarked;
