package io.fenlu.ledger.classification;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/**
 * Money that healed a part of an obligation (还款归属).
 *
 * @param number of the obligation
 * @param principal healed by it; negative when a payment was taken back
 * @param interest healed by it; negative when a payment was taken back
 * @param on its business date
 */
public record Healing(int number, Money principal, Money interest, LocalDate on) {}
