/** Do debits equal credits, and what stands on each account? Asked of the journal's tables. */
@NullMarked
package io.fenlu.ledger.view.trialbalance;

import org.jspecify.annotations.NullMarked;
