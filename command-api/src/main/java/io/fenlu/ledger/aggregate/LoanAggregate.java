package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.AccrueInterest;
import io.fenlu.ledger.loan.LoanCommand.BillInstalment;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ChangeRate;
import io.fenlu.ledger.loan.LoanCommand.ChargeFee;
import io.fenlu.ledger.loan.LoanCommand.ChargeOffLoan;
import io.fenlu.ledger.loan.LoanCommand.ChargePenalty;
import io.fenlu.ledger.loan.LoanCommand.CloseLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.DrawTranche;
import io.fenlu.ledger.loan.LoanCommand.MoveDueDate;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.PauseInterest;
import io.fenlu.ledger.loan.LoanCommand.ProvideForLoss;
import io.fenlu.ledger.loan.LoanCommand.RecordRecovery;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RecordThirdPartyPayment;
import io.fenlu.ledger.loan.LoanCommand.RefinanceLoan;
import io.fenlu.ledger.loan.LoanCommand.RefundCredit;
import io.fenlu.ledger.loan.LoanCommand.RemitToFunder;
import io.fenlu.ledger.loan.LoanCommand.ReportMisuse;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanCommand.RestructureLoan;
import io.fenlu.ledger.loan.LoanCommand.ResumeInterest;
import io.fenlu.ledger.loan.LoanCommand.ReturnDisbursement;
import io.fenlu.ledger.loan.LoanCommand.ReturnOverpayment;
import io.fenlu.ledger.loan.LoanCommand.ReverseEntry;
import io.fenlu.ledger.loan.LoanCommand.SellDebt;
import io.fenlu.ledger.loan.LoanCommand.SendCreditBack;
import io.fenlu.ledger.loan.LoanCommand.WaiveDebt;
import io.fenlu.ledger.loan.LoanCommand.WithdrawFromLoan;
import io.fenlu.ledger.loan.LoanEvent;
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

/** Axon's door to a loan. It decides nothing: one line per order, one line for all facts. */
@Revision("2")
@Aggregate(
        type = "loan",
        cache = "aggregateCache",
        lockFactory = "aggregateLocks",
        snapshotTriggerDefinition = "aggregateSnapshots",
        commandTargetResolver = "subjectTarget")
public class LoanAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private LoanMemory loan = new LoanMemory();
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(DrawTranche order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RecordThirdPartyPayment order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RefinanceLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RecordRecovery order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReturnOverpayment order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RefundCredit order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(SendCreditBack order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RemitToFunder order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ChargeFee order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(WaiveDebt order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ChangeRate order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(PauseInterest order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ResumeInterest order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(MoveDueDate order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RestructureLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReportMisuse order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(WithdrawFromLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ChargeOffLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(SellDebt order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReverseEntry order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReturnDisbursement order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(BillInstalment order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ChargePenalty order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ProvideForLoss order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(AccrueInterest order, MetaData metadata) {
        return obey(order, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CloseLoan order, MetaData metadata) {
        return obey(order, metadata);
    }

    @EventSourcingHandler
    void on(LoanEvent fact, MetaData metadata, @SequenceNumber long sequence) {
        id = fact.subject().toString();
        loan.hear(fact, sequence);
        requests.remember(metadata, sequence);
    }

    private Receipt obey(LoanCommand order, MetaData metadata) {
        return Obeying.obey(id, requests, metadata, () -> loan.decide(order));
    }
}
