package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's door to a loan. It decides nothing: one line per order, one line for all facts. */
@Aggregate(
        type = "loan",
        cache = "aggregateCache",
        lockFactory = "aggregateLocks",
        snapshotTriggerDefinition = "aggregateSnapshots",
        commandTargetResolver = "subjectTarget")
public class LoanAggregate {
    private static final LoanDecider DECIDER = new LoanDecider();

    @AggregateIdentifier
    private @Nullable String id;

    private LoanState state = DECIDER.initial();
    private Requests requests = new Requests();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RequestLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(OpenLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(DeclineLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ConfirmPayout order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CancelLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RecordRepayment order, MetaData metadata) {
        return obey(order, metadata);
    }

    @EventSourcingHandler
    void on(LoanEvent fact, MetaData metadata, @SequenceNumber long sequence) {
        id = fact.subject().toString();
        state = DECIDER.evolve(state, fact);
        requests.remember(metadata, sequence);
    }

    private Receipt obey(LoanCommand order, MetaData metadata) {
        return Obeying.obey(id, requests, metadata, () -> DECIDER.decide(state, order));
    }
}
