package io.fenlu.ledger.view.loanaccount;

import static io.fenlu.ledger.view.sql.Tables.LOAN_ACCOUNT;

import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanClosed;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import io.fenlu.ledger.view.sql.tables.records.LoanAccountRecord;
import java.util.List;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Keeps one row per loan. */
@Component
public final class LoanAccountProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "loan-account";

    @Override
    public void project(Recorded recorded, Rows rows) {
        if (!(recorded.fact() instanceof LoanEvent fact)) {
            return;
        }
        switch (fact) {
            case LoanRequested requested -> begin(requested, recorded.position(), rows);
            case LoanOpened opened ->
                row(fact, rows)
                        .setStatus(Choice.word(LoanStatus.OPENED))
                        .setBorrowerId(opened.borrowerId().value())
                        .setOpenedOn(opened.openedOn());
            case LoanDeclined declined ->
                end(fact, LoanStatus.DECLINED, rows)
                        .setEndReason(declined.reason())
                        .setEndDetail(declined.detail());
            case LoanCancelled cancelled ->
                end(fact, LoanStatus.CANCELLED, rows).setEndReason(cancelled.reason());
            case LoanDisbursed disbursed ->
                row(fact, rows)
                        .setStatus(Choice.word(LoanStatus.ACTIVE))
                        .setDisbursedOn(disbursed.disbursedOn())
                        .setPrincipalLeftMinor(disbursed.amount().minor());
            case RepaymentReceived received ->
                row(fact, rows)
                        .setLastRepaidOn(received.paidOn())
                        .setPrincipalLeftMinor(received.balances().principal().minor());
            case LoanSettled _ -> end(fact, LoanStatus.SETTLED, rows);
            case LoanHappening.TrancheDrawn drawn ->
                row(fact, rows)
                        .setStatus(Choice.word(LoanStatus.ACTIVE))
                        .setDisbursedOn(drawn.businessDate())
                        .setPrincipalLeftMinor(principal(drawn));
            case LoanHappening happening -> row(fact, rows).setPrincipalLeftMinor(principal(happening));
            case HistoryCorrected corrected ->
                row(fact, rows)
                        .setPrincipalLeftMinor(corrected.balances().principal().minor());
            case LoanReopened _ ->
                row(fact, rows).setStatus(Choice.word(LoanStatus.ACTIVE)).setEndedOn(null);
            case LoanClosed _ -> row(fact, rows).setStatus(Choice.word(LoanStatus.CLOSED));
            case ScheduleRevised _ -> {}
        }
    }

    private static long principal(LoanHappening fact) {
        return fact.consequence().balances().principal().minor();
    }

    private static void begin(LoanRequested fact, long position, Rows rows) {
        var agreement = fact.agreement();
        rows.begin(LOAN_ACCOUNT, fact.subject())
                .setLoanId(fact.subject())
                .setRequestedPosition(position)
                .setCreditLineId(fact.creditLineId().value())
                .setProduct(agreement.terms().product().value())
                .setStatus(Choice.word(LoanStatus.REQUESTED))
                .setCurrency(agreement.principal().currency().name())
                .setPrincipalMinor(agreement.principal().minor())
                .setPrincipalLeftMinor(0L)
                .setRate(agreement.rate().value().toPlainString())
                .setRatePer(Choice.word(agreement.rate().per()))
                .setInstalments(agreement.instalments())
                .setRequestedOn(fact.requestedOn());
    }

    private static LoanAccountRecord end(LoanEvent fact, LoanStatus status, Rows rows) {
        return row(fact, rows).setStatus(Choice.word(status)).setEndedOn(fact.businessDate());
    }

    private static LoanAccountRecord row(LoanEvent fact, Rows rows) {
        return rows.change(LOAN_ACCOUNT, LOAN_ACCOUNT.LOAN_ID, fact.subject());
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(LOAN_ACCOUNT);
    }
}
