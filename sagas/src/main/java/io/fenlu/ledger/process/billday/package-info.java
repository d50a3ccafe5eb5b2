/** Bill day: which accounts have a bill to come, and asking each for it when its day is there. */
@NullMarked
package io.fenlu.ledger.process.billday;

import org.jspecify.annotations.NullMarked;
