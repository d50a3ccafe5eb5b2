/** What moved on this loan between two days, and what was owed before and after? For people, and as CSV. */
@NullMarked
package io.fenlu.ledger.view.statement;

import org.jspecify.annotations.NullMarked;
