/** Giving limit back when principal was repaid. */
@NullMarked
package io.fenlu.ledger.process.release;

import org.jspecify.annotations.NullMarked;
