package io.fenlu.ledger.view.statement;

import static io.fenlu.ledger.view.sql.Tables.STATEMENT_LINE;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import java.util.List;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Keeps one line per movement of money on a loan. */
@Component
public final class StatementProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "statement";

    @Override
    public void project(Recorded recorded, Rows rows) {
        if (recorded.fact() instanceof LoanDisbursed disbursed) {
            drawdown(disbursed, recorded.position(), rows);
        } else if (recorded.fact() instanceof RepaymentReceived received) {
            repayment(received, recorded.position(), rows);
        }
    }

    private static void drawdown(LoanDisbursed fact, long position, Rows rows) {
        rows.add(STATEMENT_LINE)
                .setPosition(position)
                .setLoanId(fact.subject())
                .setBusinessDate(fact.disbursedOn())
                .setMovement(Choice.word(Statement.Movement.DRAWDOWN))
                .setReference(fact.disbursementId().value())
                .setCurrency(fact.amount().currency().name())
                .setAmountMinor(fact.amount().minor())
                .setPrincipalMinor(fact.amount().minor())
                .setInterestMinor(0L)
                .setPenaltyMinor(0L)
                .setCreditMinor(0L)
                .setPrincipalAfterMinor(fact.amount().minor())
                .setInterestAfterMinor(0L)
                .setPenaltyAfterMinor(0L);
    }

    private static void repayment(RepaymentReceived fact, long position, Rows rows) {
        rows.add(STATEMENT_LINE)
                .setPosition(position)
                .setLoanId(fact.subject())
                .setBusinessDate(fact.paidOn())
                .setMovement(Choice.word(Statement.Movement.REPAYMENT))
                .setReference(fact.repaymentId().value())
                .setCurrency(fact.amount().currency().name())
                .setAmountMinor(fact.amount().minor())
                .setPrincipalMinor(fact.healed(Bucket.PRINCIPAL).minor())
                .setInterestMinor(fact.healed(Bucket.INTEREST).minor())
                .setPenaltyMinor(fact.healed(Bucket.PENALTY).minor())
                .setCreditMinor(fact.credit().minor())
                .setPrincipalAfterMinor(fact.balances().principal().minor())
                .setInterestAfterMinor(fact.balances().interest().minor())
                .setPenaltyAfterMinor(fact.balances().penalty().minor());
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(STATEMENT_LINE);
    }
}
