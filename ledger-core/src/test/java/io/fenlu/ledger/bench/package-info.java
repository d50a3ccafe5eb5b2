/** How long decisions take; run by hand, never by a test. */
@NullMarked
package io.fenlu.ledger.bench;

import org.jspecify.annotations.NullMarked;
