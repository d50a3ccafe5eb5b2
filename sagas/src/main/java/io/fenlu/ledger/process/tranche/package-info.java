/** Paying the suppliers that tranches are bound to. */
@NullMarked
package io.fenlu.ledger.process.tranche;

import org.jspecify.annotations.NullMarked;
