package io.fenlu.ledger.account;

import java.time.LocalDate;

/**
 * A movement of an account with the days it belongs to.
 *
 * @param valuedOn when it counts
 * @param bookedOn when it is booked: the same day, or the first after the last bill when that bill was issued without it
 */
public record BookedAccountMovement(LocalDate valuedOn, LocalDate bookedOn, AccountMovement movement) {}
