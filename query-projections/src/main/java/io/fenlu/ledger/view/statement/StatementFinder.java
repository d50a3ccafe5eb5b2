package io.fenlu.ledger.view.statement;

import static io.fenlu.ledger.view.sql.Tables.STATEMENT_LINE;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.loanaccount.LoanAccount;
import io.fenlu.ledger.view.loanaccount.LoanStory;
import io.fenlu.ledger.view.sql.tables.records.StatementLineRecord;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts a statement together: lines from its table, balances from the loan's story. */
@Component
public final class StatementFinder {
    private final DSLContext sql;
    private final LoanStory story;

    public StatementFinder(ViewTables live, LoanStory story) {
        this.sql = live.sql();
        this.story = story;
    }

    /**
     * The days that a statement covers, both included.
     *
     * @param asOf the last day on which anything is looked at
     */
    public record Span(LocalDate from, LocalDate to, LocalDate asOf) {
        LocalDate last() {
            return to.isBefore(asOf) ? to : asOf;
        }
    }

    /** The statement of a loan; movements after a position are not looked at. */
    public Statement find(LoanAccount loan, Span span, long position) {
        var before = span.from.minusDays(1);
        var lines = sql.selectFrom(STATEMENT_LINE)
                .where(STATEMENT_LINE.LOAN_ID.eq(loan.loanId()))
                .and(STATEMENT_LINE.BUSINESS_DATE.between(span.from, span.last()))
                .and(STATEMENT_LINE.POSITION.le(position))
                .orderBy(STATEMENT_LINE.BUSINESS_DATE, STATEMENT_LINE.POSITION)
                .fetch(StatementFinder::line);
        var zero = Money.zero(Currency.of(loan.principal().currency()));
        return new Statement(
                loan.loanId(),
                span.from,
                span.to,
                span.asOf,
                balance(loan.loanId(), before, position, zero),
                lines,
                balance(loan.loanId(), span.last(), position, zero));
    }

    private Statement.Balance balance(UUID loan, LocalDate day, long position, Money zero) {
        return story.on(loan, day, position)
                .flatMap(state -> LoanStory.standing(state, day))
                .map(standing -> Statement.Balance.of(day, standing.balances()))
                .orElseGet(() -> Statement.Balance.nothing(day, zero));
    }

    private static Statement.Line line(StatementLineRecord row) {
        var currency = row.getCurrency();
        return new Statement.Line(
                row.getBusinessDate(),
                row.getPosition(),
                Choice.of(Statement.Movement.class, row.getMovement()),
                row.getReference(),
                Amount.of(row.getAmountMinor(), currency),
                new Statement.Parts(
                        Amount.of(row.getPrincipalMinor(), currency),
                        Amount.of(row.getInterestMinor(), currency),
                        Amount.of(row.getPenaltyMinor(), currency),
                        Amount.of(row.getFeeMinor(), currency),
                        Amount.of(row.getCreditMinor(), currency)),
                new Statement.After(
                        Amount.of(row.getPrincipalAfterMinor(), currency),
                        Amount.of(row.getInterestAfterMinor(), currency),
                        Amount.of(row.getPenaltyAfterMinor(), currency),
                        Amount.of(row.getFeeAfterMinor(), currency)));
    }
}
