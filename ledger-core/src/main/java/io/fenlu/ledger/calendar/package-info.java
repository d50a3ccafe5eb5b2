/** Spans of days, the rhythm of due dates, and which days are business days. */
@NullMarked
package io.fenlu.ledger.calendar;

import org.jspecify.annotations.NullMarked;
