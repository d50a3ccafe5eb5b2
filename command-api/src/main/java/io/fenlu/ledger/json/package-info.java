/** How amounts, dates, names and rules look when they are written down as JSON, without a word about it in the core. */
@NullMarked
package io.fenlu.ledger.json;

import org.jspecify.annotations.NullMarked;
