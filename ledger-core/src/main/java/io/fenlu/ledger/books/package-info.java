/** Double entry: what each fact means in debit and credit. */
@NullMarked
package io.fenlu.ledger.books;

import org.jspecify.annotations.NullMarked;
