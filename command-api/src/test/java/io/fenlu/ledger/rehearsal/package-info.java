/** Worked cases and bad files, given to a loan on paper. */
@NullMarked
package io.fenlu.ledger.rehearsal;

import org.jspecify.annotations.NullMarked;
