/** What it means that a loan is late: days past due, classes of risk, stages and the codes of the credit register. */
@NullMarked
package io.fenlu.ledger.classification;

import org.jspecify.annotations.NullMarked;
