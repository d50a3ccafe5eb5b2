package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.merchant.MerchantCommand;
import io.fenlu.ledger.merchant.MerchantCommand.OweRefund;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantDecider;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.merchant.MerchantState;
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

/** Axon's door to what a merchant owes. It decides nothing: one line per order, one line for all facts. */
@Revision("1")
@Aggregate(
        type = "merchant",
        cache = "aggregateCache",
        lockFactory = "aggregateLocks",
        snapshotTriggerDefinition = "aggregateSnapshots",
        commandTargetResolver = "subjectTarget")
public class MerchantAggregate {
    private static final MerchantDecider DECIDER = new MerchantDecider();

    @AggregateIdentifier
    private @Nullable String id;

    private MerchantState state = DECIDER.initial();
    private Requests requests = new Requests();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(OweRefund order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(SetOffSale order, MetaData metadata) {
        return obey(order, metadata);
    }

    @EventSourcingHandler
    void on(MerchantEvent fact, MetaData metadata, @SequenceNumber long sequence) {
        id = fact.subject().toString();
        state = DECIDER.evolve(state, fact);
        requests.remember(metadata, sequence);
    }

    private Receipt obey(MerchantCommand order, MetaData metadata) {
        return Obeying.obey(id, requests, metadata, () -> DECIDER.decide(state, order));
    }
}
