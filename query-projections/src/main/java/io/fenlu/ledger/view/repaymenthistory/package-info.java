/** What was paid on this loan, and what did each payment heal? */
@NullMarked
package io.fenlu.ledger.view.repaymenthistory;

import org.jspecify.annotations.NullMarked;
