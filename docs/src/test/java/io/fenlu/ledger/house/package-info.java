/** The rules of the house that a machine keeps; each prints an address when it is broken. */
@NullMarked
package io.fenlu.ledger.house;

import org.jspecify.annotations.NullMarked;
