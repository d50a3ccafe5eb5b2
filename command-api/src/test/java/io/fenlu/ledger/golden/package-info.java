/** Samples of every fact as it is stored, which every later build must read and write the same way. */
@NullMarked
package io.fenlu.ledger.golden;

import org.jspecify.annotations.NullMarked;
