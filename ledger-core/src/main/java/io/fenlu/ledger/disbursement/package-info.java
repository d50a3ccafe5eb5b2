/** Money on its way out: instructed, confirmed or failed. */
@NullMarked
package io.fenlu.ledger.disbursement;

import org.jspecify.annotations.NullMarked;
