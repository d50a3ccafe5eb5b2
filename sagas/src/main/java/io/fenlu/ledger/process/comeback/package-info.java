/** Money that the bank would not pay, or that came back. */
@NullMarked
package io.fenlu.ledger.process.comeback;

import org.jspecify.annotations.NullMarked;
