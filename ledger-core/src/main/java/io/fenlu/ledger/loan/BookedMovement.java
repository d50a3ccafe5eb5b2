package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import java.time.LocalDate;

/**
 * A movement with the days it belongs to.
 *
 * @param entry to which entry of the loan it belongs
 * @param valuedOn when it counts
 * @param bookedOn when it is booked: the same day, or the first of the open period when that day's period is closed
 */
public record BookedMovement(EntryId entry, LocalDate valuedOn, LocalDate bookedOn, Movement movement) {}
