/** Axon's doors to the deciders: thin, and deciding nothing. */
@NullMarked
package io.fenlu.ledger.aggregate;

import org.jspecify.annotations.NullMarked;
