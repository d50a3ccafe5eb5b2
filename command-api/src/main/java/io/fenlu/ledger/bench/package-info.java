/** Measuring the ledger against the same framework as it comes out of the box, on this machine, with the real classes. */
@NullMarked
package io.fenlu.ledger.bench;

import org.jspecify.annotations.NullMarked;
