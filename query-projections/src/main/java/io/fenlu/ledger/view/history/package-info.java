/** What happened to this loan, credit line or disbursement? Every fact as it was stored, with its position and its three times. */
@NullMarked
package io.fenlu.ledger.view.history;

import org.jspecify.annotations.NullMarked;
