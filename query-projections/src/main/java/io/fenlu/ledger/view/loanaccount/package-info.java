/** How does this loan stand, on any day? One row per loan for lists; what is owed is folded from the loan's facts. */
@NullMarked
package io.fenlu.ledger.view.loanaccount;

import org.jspecify.annotations.NullMarked;
