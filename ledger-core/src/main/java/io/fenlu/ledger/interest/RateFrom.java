package io.fenlu.ledger.interest;

import java.time.LocalDate;

/** A rate in force from a day on, until another is. */
public record RateFrom(LocalDate from, Rate rate) {}
