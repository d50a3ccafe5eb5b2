/** Which entries did each fact make in the books? Every posting line, and the sums of each business day. */
@NullMarked
package io.fenlu.ledger.view.journal;

import org.jspecify.annotations.NullMarked;
