package io.fenlu.ledger.view.creditline;

import static io.fenlu.ledger.view.sql.Tables.CREDIT_LINE_MOVEMENT;

import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineClosed;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineFrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineUnfrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitChanged;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitTakenAgain;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.sql.tables.records.CreditLineMovementRecord;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Keeps what each fact moved on a credit line. */
@Component
@ProcessingGroup(Projection.GROUP + CreditLineProjection.VIEW)
public final class CreditLineProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "credit-line";

    private final ViewTables tables;

    public CreditLineProjection(ViewTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(EventMessage<?> message) {
        tables.read(this, message);
    }

    @Override
    public void project(Recorded recorded, Rows rows) {
        if (!(recorded.fact() instanceof CreditLineEvent fact)) {
            return;
        }
        var row = rows.add(CREDIT_LINE_MOVEMENT)
                .setPosition(recorded.position())
                .setCreditLineId(fact.subject())
                .setBusinessDate(fact.businessDate())
                .setMovement(recorded.name())
                .setReservedMinor(0L)
                .setUsedMinor(0L);
        switch (fact) {
            case CreditLineOpened opened ->
                limit(row, opened.limit())
                        .setBorrowerId(opened.borrowerId().value())
                        .setStatus(Choice.word(LineStatus.OPEN));
            case LimitChanged changed -> limit(row, changed.limit());
            case CreditLineFrozen _ -> row.setStatus(Choice.word(LineStatus.FROZEN));
            case CreditLineUnfrozen _ -> row.setStatus(Choice.word(LineStatus.OPEN));
            case CreditLineClosed _ -> row.setStatus(Choice.word(LineStatus.CLOSED));
            case LimitReserved reserved -> reserve(row, reserved.loanId(), reserved.amount());
            case ReservationReleased released ->
                reserve(row, released.loanId(), released.amount().negated());
            case LimitUsed used -> {
                reserve(row, used.loanId(), used.amount().negated());
                use(row, used.loanId(), used.amount());
            }
            case LimitReleased released ->
                use(row, released.loanId(), released.amount().negated());
            case LimitTakenAgain taken -> use(row, taken.loanId(), taken.amount());
        }
    }

    private static CreditLineMovementRecord limit(CreditLineMovementRecord row, Money limit) {
        return row.setCurrency(limit.currency().name()).setLimitMinor(limit.minor());
    }

    private static void reserve(CreditLineMovementRecord row, LoanId loan, Money amount) {
        row.setLoanId(loan.value()).setReservedMinor(amount.minor());
    }

    private static void use(CreditLineMovementRecord row, LoanId loan, Money amount) {
        row.setLoanId(loan.value()).setUsedMinor(amount.minor());
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CREDIT_LINE_MOVEMENT);
    }

    @Override
    public Projection over(ViewTables other) {
        return new CreditLineProjection(other);
    }
}
