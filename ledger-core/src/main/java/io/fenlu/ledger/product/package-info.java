/** Terms: a composition of the rules below, one row per product. */
@NullMarked
package io.fenlu.ledger.product;

import org.jspecify.annotations.NullMarked;
