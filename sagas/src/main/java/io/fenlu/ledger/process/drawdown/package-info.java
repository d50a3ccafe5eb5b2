/** The walk of a drawdown: set limit aside, open the loan, pay out, use the limit; or decline, or cancel and give the limit back. */
@NullMarked
package io.fenlu.ledger.process.drawdown;

import org.jspecify.annotations.NullMarked;
