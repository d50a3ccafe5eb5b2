/**
 * The windows: how facts become tables, how far each view has read, and what every question to a view has in common.
 *
 * <p>Each view is a folder below this one and reads the journal by itself, in the processing group {@code view-<name>}: one
 * transaction per batch holds its rows, its position and its reader's token, so that they cannot part. All tables lie in the schema
 * {@code views}, which this module makes ({@code db/views}) and may make again beside it ({@code replay}). A view that cannot digest a
 * fact stops before it; {@code /actuator/health} says where and why.
 *
 * <p>Settings: {@code ledger.view.batch} (facts per transaction, 500), {@code ledger.view.wait} (how long a question with
 * {@code min_position} waits, 5s), {@code ledger.zone} (where a day without a date is today).
 */
@NullMarked
package io.fenlu.ledger.view;

import org.jspecify.annotations.NullMarked;
