/** Short words in which tests tell the life of a loan. */
@NullMarked
package io.fenlu.ledger.story;

import org.jspecify.annotations.NullMarked;
