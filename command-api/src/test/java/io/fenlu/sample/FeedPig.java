package io.fenlu.sample;

import io.fenlu.ledger.money.Money;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts money into a piggy bank, which is bought when it is not there. */
public record FeedPig(@TargetAggregateIdentifier String pig, Money amount) {}
