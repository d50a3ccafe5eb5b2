/** Paying merchants for what was bought on pay-later accounts. */
@NullMarked
package io.fenlu.ledger.process.merchantpayout;

import org.jspecify.annotations.NullMarked;
