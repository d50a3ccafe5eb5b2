/** Axon's doors to the deciders: one thin aggregate per kind of thing, which decides nothing and remembers who asked. */
@NullMarked
package io.fenlu.ledger.aggregate;

import org.jspecify.annotations.NullMarked;
