/** Pages of the documentation that the code itself writes, and the tests that keep them equal. */
@NullMarked
package io.fenlu.ledger.pages;

import org.jspecify.annotations.NullMarked;
