/** Accounts that share a credit line: the line knows what it has set aside for each, and gets it back. */
@NullMarked
package io.fenlu.ledger.process.sharedlimit;

import org.jspecify.annotations.NullMarked;
