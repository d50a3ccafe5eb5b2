/** A small portfolio of our own making for the first run, brought through the same doors as everything else. */
@NullMarked
package io.fenlu.ledger.sample;

import org.jspecify.annotations.NullMarked;
