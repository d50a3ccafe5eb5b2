/** What merchants owe for refunds, and what is set off against it when they are to be paid. */
@NullMarked
package io.fenlu.ledger.merchant;

import org.jspecify.annotations.NullMarked;
