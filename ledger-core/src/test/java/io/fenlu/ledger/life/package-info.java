/** Random lives of loans and credit lines, told from a seed, and what must be true of every one of them. */
@NullMarked
package io.fenlu.ledger.life;

import org.jspecify.annotations.NullMarked;
