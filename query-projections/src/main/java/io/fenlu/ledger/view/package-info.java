/**
 * The windows: how facts become tables, how far each view has read, and what every question to a view has in common.
 *
 * <p>Each view is a folder below this one. One reader, Axon's event processor {@code views}, reads each fact once for all of them: one
 * transaction per batch holds rows, sums and positions, so that they cannot part. A large batch is shared among segments, each with a
 * transaction and a position of its own; the facts of one loan, line or payout stay in one segment and in their order, and the position of
 * a view is the least of its segments'. All tables lie in the schema {@code views}, which this module makes ({@code db/views}) and may
 * make again beside it ({@code replay}). A view that cannot digest a fact stops before it and lets the others go on;
 * {@code /actuator/health} says where and why.
 *
 * <p>Settings: {@code ledger.view.batch} (facts at once, 2000), {@code ledger.view.segments} (hands that share them, 2; may be changed at
 * any start), {@code ledger.view.wait} (how long a question with {@code min_position} waits, 5s), {@code ledger.zone} (where a day without a
 * date is today).
 */
@NullMarked
package io.fenlu.ledger.view;

import org.jspecify.annotations.NullMarked;
