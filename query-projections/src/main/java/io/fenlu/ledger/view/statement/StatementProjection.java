package io.fenlu.ledger.view.statement;

import static io.fenlu.ledger.view.sql.Tables.STATEMENT_LINE;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import io.fenlu.ledger.view.ViewTables;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Keeps one line per movement of money on a loan. */
@Component
@ProcessingGroup(Projection.GROUP + StatementProjection.VIEW)
public final class StatementProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "statement";

    private final ViewTables tables;

    public StatementProjection(ViewTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(EventMessage<?> message) {
        tables.read(this, message);
    }

    @Override
    public void project(Recorded recorded, Rows rows) {
        if (recorded.fact() instanceof LoanDisbursed disbursed) {
            drawdown(disbursed, recorded.position(), rows);
        } else if (recorded.fact() instanceof RepaymentReceived received) {
            repayment(received, recorded.position(), rows);
        } else if (recorded.fact() instanceof LoanHappening happening) {
            HappeningLine.of(happening)
                    .ifPresent(line -> add(
                            line,
                            happening,
                            happening.entry().id(),
                            happening.consequence().balances(),
                            recorded.position(),
                            rows));
        } else if (recorded.fact() instanceof HistoryCorrected corrected) {
            HappeningLine.of(corrected)
                    .ifPresent(line ->
                            add(line, corrected, corrected.entryId(), corrected.balances(), recorded.position(), rows));
        }
    }

    private static void add(
            HappeningLine line, LoanEvent fact, EntryId entry, LoanBalances after, long position, Rows rows) {
        rows.add(STATEMENT_LINE)
                .setPosition(position)
                .setLoanId(fact.subject())
                .setBusinessDate(fact.businessDate())
                .setMovement(Choice.word(line.movement()))
                .setReference(entry.value())
                .setCurrency(after.credit().currency().name())
                .setAmountMinor(line.amount().minor())
                .setPrincipalMinor(line.part(Bucket.PRINCIPAL).minor())
                .setInterestMinor(line.part(Bucket.INTEREST).minor())
                .setPenaltyMinor(line.part(Bucket.PENALTY).minor())
                .setFeeMinor(line.part(Bucket.FEE).minor())
                .setCreditMinor(line.credit().minor())
                .setPrincipalAfterMinor(after.principal().minor())
                .setInterestAfterMinor(after.interest().minor())
                .setPenaltyAfterMinor(after.penalty().minor())
                .setFeeAfterMinor(after.fees().minor());
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
                .setFeeMinor(0L)
                .setCreditMinor(0L)
                .setPrincipalAfterMinor(fact.amount().minor())
                .setInterestAfterMinor(0L)
                .setPenaltyAfterMinor(0L)
                .setFeeAfterMinor(0L);
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
                .setFeeMinor(fact.healed(Bucket.FEE).minor())
                .setCreditMinor(fact.credit().minor())
                .setPrincipalAfterMinor(fact.balances().principal().minor())
                .setInterestAfterMinor(fact.balances().interest().minor())
                .setPenaltyAfterMinor(fact.balances().penalty().minor())
                .setFeeAfterMinor(fact.balances().fees().minor());
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(STATEMENT_LINE);
    }

    @Override
    public Projection over(ViewTables other) {
        return new StatementProjection(other);
    }
}
