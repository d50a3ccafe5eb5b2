/** The keys with which the ledger signs what it has kept, as facts of the ledger itself. */
@NullMarked
package io.fenlu.ledger.signingkey;

import org.jspecify.annotations.NullMarked;
