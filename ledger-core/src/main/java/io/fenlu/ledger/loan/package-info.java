/** A closed-end loan (借据): its request, schedule, repayments and end. */
@NullMarked
package io.fenlu.ledger.loan;

import org.jspecify.annotations.NullMarked;
