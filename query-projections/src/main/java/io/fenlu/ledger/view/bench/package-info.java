/** Measures how fast the views read, against event processors as Axon brings them, on the same facts and the same tables. */
@NullMarked
package io.fenlu.ledger.view.bench;

import org.jspecify.annotations.NullMarked;
