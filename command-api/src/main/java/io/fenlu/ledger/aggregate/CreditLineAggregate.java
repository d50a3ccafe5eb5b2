package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.TakeLimitAgain;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseRaise;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.creditline.CreditLineState;
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

/** Axon's door to a credit line. It decides nothing: one line per order, one line for all facts. */
@Revision("3")
@Aggregate(
        type = "credit-line",
        cache = "aggregateCache",
        lockFactory = "aggregateLocks",
        snapshotTriggerDefinition = "aggregateSnapshots",
        commandTargetResolver = "subjectTarget")
public class CreditLineAggregate {
    private static final CreditLineDecider DECIDER = new CreditLineDecider();

    @AggregateIdentifier
    private @Nullable String id;

    private CreditLineState state = DECIDER.initial();
    private Requests requests = new Requests();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(OpenCreditLine order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ChangeLimit order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(FreezeCreditLine order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(UnfreezeCreditLine order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CloseCreditLine order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReserveLimit order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReleaseReservation order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(UseLimit order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(TakeLimitAgain order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReleaseLimit order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReserveRaise order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReleaseRaise order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(UseRaise order, MetaData metadata) {
        return obey(order, metadata);
    }

    @EventSourcingHandler
    void on(CreditLineEvent fact, MetaData metadata, @SequenceNumber long sequence) {
        id = fact.subject().toString();
        state = DECIDER.evolve(state, fact);
        requests.remember(metadata, sequence);
    }

    private Receipt obey(CreditLineCommand order, MetaData metadata) {
        return Obeying.obey(id, requests, metadata, () -> DECIDER.decide(state, order));
    }
}
