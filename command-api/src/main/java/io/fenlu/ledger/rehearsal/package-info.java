/** A loan lived on paper: its terms and what happened to it come from files, and no ledger is opened. */
@NullMarked
package io.fenlu.ledger.rehearsal;

import org.jspecify.annotations.NullMarked;
