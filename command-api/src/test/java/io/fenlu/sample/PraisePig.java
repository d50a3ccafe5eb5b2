package io.fenlu.sample;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says something kind to a piggy bank. */
public record PraisePig(@TargetAggregateIdentifier String pig) {}
