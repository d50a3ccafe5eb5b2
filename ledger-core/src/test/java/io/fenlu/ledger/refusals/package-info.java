/** Every named no of the core, each produced at least once. */
@NullMarked
package io.fenlu.ledger.refusals;

import org.jspecify.annotations.NullMarked;
