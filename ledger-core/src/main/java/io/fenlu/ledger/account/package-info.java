/** A pay-later account: purchases, refunds, monthly bills, least payments and instalment plans. */
@NullMarked
package io.fenlu.ledger.account;

import org.jspecify.annotations.NullMarked;
