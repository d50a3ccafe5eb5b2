package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementState;
import io.fenlu.ledger.eventstore.Receipt;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's door to money on its way out. It decides nothing: one line per order, one line for all facts. */
@Revision("2")
@Aggregate(
        type = "disbursement",
        cache = "aggregateCache",
        lockFactory = "aggregateLocks",
        snapshotTriggerDefinition = "aggregateSnapshots",
        commandTargetResolver = "subjectTarget")
public class DisbursementAggregate {
    private static final DisbursementDecider DECIDER = new DisbursementDecider();

    @AggregateIdentifier
    private @Nullable String id;

    private DisbursementState state = DECIDER.initial();
    private Requests requests = new Requests();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(InstructDisbursement order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ConfirmDisbursement order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(FailDisbursement order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(TakeDisbursementBack order, MetaData metadata) {
        return obey(order, metadata);
    }

    @EventSourcingHandler
    void on(DisbursementEvent fact, MetaData metadata, @SequenceNumber long sequence) {
        id = fact.subject().toString();
        state = DECIDER.evolve(state, fact);
        requests.remember(metadata, sequence);
    }

    private Receipt obey(DisbursementCommand order, MetaData metadata) {
        return Obeying.obey(id, requests, metadata, () -> DECIDER.decide(state, order));
    }
}
