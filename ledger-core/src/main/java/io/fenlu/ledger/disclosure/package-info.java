/** What a loan really costs in a year, by named methods. */
@NullMarked
package io.fenlu.ledger.disclosure;

import org.jspecify.annotations.NullMarked;
