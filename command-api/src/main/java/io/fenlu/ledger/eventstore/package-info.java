/**
 * The journal: every fact once, in one order, on disk before anybody is told that it was written.
 *
 * <p>Commands run side by side, but their facts are written by one thread, {@link io.fenlu.ledger.eventstore.SerialAppender}, in
 * groups: check, number, insert, commit, flush, and only then answer. Readers see a fact when it is on disk and not before.
 */
@NullMarked
package io.fenlu.ledger.eventstore;

import org.jspecify.annotations.NullMarked;
