/** A bank that is not one, for the sample run and for tests: its own server, and as slow, forgetful or contradictory as it is told to be. */
@NullMarked
package io.fenlu.ledger.bank.simulator;

import org.jspecify.annotations.NullMarked;
