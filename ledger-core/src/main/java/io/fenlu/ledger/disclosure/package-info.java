/** What a loan really costs in a year, by named methods, and the table of costs that a borrower confirms. */
@NullMarked
package io.fenlu.ledger.disclosure;

import org.jspecify.annotations.NullMarked;
