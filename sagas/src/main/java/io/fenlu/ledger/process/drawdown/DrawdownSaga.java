package io.fenlu.ledger.process.drawdown;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanHappening.TrancheDrawn;
import io.fenlu.ledger.process.Instruction;
import io.fenlu.ledger.process.Instruction.Finish;
import io.fenlu.ledger.process.Instruction.Remind;
import io.fenlu.ledger.process.Instruction.Send;
import io.fenlu.ledger.process.LoanQueue;
import io.fenlu.ledger.process.Reaction;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Axon's shell of a drawdown: hands each fact to the process, remembers the stage, does what the process instructs. It decides nothing.
 */
@ProcessingGroup("processes")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class DrawdownSaga {
    private DrawdownStage stage = DrawdownStage.NEW;
    private @Nullable String reminder;

    @StartSaga
    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(LoanRequested fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(LimitReserved fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(LoanDeclined fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(LoanOpened fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(DisbursementConfirmed fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(DisbursementFailed fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(LoanDisbursed fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(TrancheDrawn fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(LoanCancelled fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(LimitUsed fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @SagaEventHandler(associationProperty = LoanQueue.LOAN_ID)
    void on(ReservationReleased fact, EventMessage<?> message, DrawdownDesk desk) {
        follow(desk.process().react(stage, fact), fact.loanId(), message, desk);
    }

    @DeadlineHandler(deadlineName = DrawdownProcess.LONGEST_LIFE)
    void overdue(String loan, DrawdownDesk desk) {
        reminder = null;
        desk.tellOverdue(UUID.fromString(loan), stage);
    }

    private void follow(Reaction<DrawdownStage> reaction, LoanId loan, EventMessage<?> message, DrawdownDesk desk) {
        stage = reaction.memory();
        for (Instruction instruction : reaction.instructions()) {
            switch (instruction) {
                case Send(var order) ->
                    desk.messenger().send(order, DrawdownDesk.cause(loan, message), DrawdownProcess::insteadOf);
                case Remind(var after, var about) ->
                    reminder = desk.deadlines().schedule(after, about, loan.toString());
                case Finish _ -> finish(loan, desk);
            }
        }
    }

    private void finish(LoanId loan, DrawdownDesk desk) {
        if (reminder != null) {
            desk.deadlines().cancelSchedule(DrawdownProcess.LONGEST_LIFE, reminder);
        }
        desk.settleOverdue(loan.value());
        SagaLifecycle.end();
    }
}
