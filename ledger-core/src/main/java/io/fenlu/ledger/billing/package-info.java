/** The rules of a monthly bill: its days, what must be paid at least, and what it costs to pay in parts. */
@NullMarked
package io.fenlu.ledger.billing;

import org.jspecify.annotations.NullMarked;
