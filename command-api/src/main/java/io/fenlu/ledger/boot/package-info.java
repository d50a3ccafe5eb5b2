/**
 * The one main: finds the data directory, opens the tables, puts Axon and the journal together, and starts what was asked for.
 *
 * <p>Three modules own tables in one database, each with migrations and a history of its own, so that none waits for another's
 * version numbers and all views can be dropped and rebuilt without touching the journal:
 *
 * <ul>
 *   <li>{@code db/migration/ledger} (here): the journal, and what Axon and the scheduler keep
 *   <li>{@code db/views} (query-projections): the views, in a schema of their own that the module itself makes and may make again
 *   <li>{@code db/migration/sagas} (sagas): what processes keep beyond their own state
 * </ul>
 *
 * <p>Each has {@code common} for what every database understands and, where needed, {@code h2} or {@code postgresql}; one count of
 * versions runs through both. Any module may bring command-line commands (Spring beans with picocli's {@code @Command}) and event
 * families ({@link io.fenlu.ledger.eventstore.EventRoot} beans).
 */
@NullMarked
package io.fenlu.ledger.boot;

import org.jspecify.annotations.NullMarked;
