/** Who funds which fen of a loan. */
@NullMarked
package io.fenlu.ledger.funding;

import org.jspecify.annotations.NullMarked;
