/** Spans of days and the rhythm of due dates. */
@NullMarked
package io.fenlu.ledger.calendar;

import org.jspecify.annotations.NullMarked;
