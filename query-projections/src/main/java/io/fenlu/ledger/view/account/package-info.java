/** What is owed on a pay-later account, what is open to buy, and what stands on its bills? Folded from its facts. */
@NullMarked
package io.fenlu.ledger.view.account;

import org.jspecify.annotations.NullMarked;
