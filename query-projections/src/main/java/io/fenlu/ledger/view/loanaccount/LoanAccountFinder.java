package io.fenlu.ledger.view.loanaccount;

import static io.fenlu.ledger.view.sql.Tables.LOAN_ACCOUNT;

import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.sql.tables.records.LoanAccountRecord;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds loans by what their rows say. */
@Component
public final class LoanAccountFinder {
    private final DSLContext sql;

    public LoanAccountFinder(ViewTables live) {
        this.sql = live.sql();
    }

    /** Which loans are wanted; what is not given does not matter. */
    public record Wanted(
            @Nullable UUID creditLine, @Nullable LoanStatus status, LoanOrder order) {}

    /** The loan of this id, as its last fact left it. */
    public Optional<LoanAccount> find(UUID loan) {
        return sql.selectFrom(LOAN_ACCOUNT)
                .where(LOAN_ACCOUNT.LOAN_ID.eq(loan))
                .fetchOptional(LoanAccountFinder::account);
    }

    /** Some of the loans that are wanted, after a place in the list. */
    public LoanPage page(Wanted wanted, @Nullable Long after, int limit) {
        var conditions = DSL.noCondition();
        if (wanted.creditLine != null) {
            conditions = conditions.and(LOAN_ACCOUNT.CREDIT_LINE_ID.eq(wanted.creditLine));
        }
        if (wanted.status != null) {
            conditions = conditions.and(LOAN_ACCOUNT.STATUS.eq(Choice.word(wanted.status)));
        }
        var place = LOAN_ACCOUNT.REQUESTED_POSITION;
        var oldestFirst = wanted.order == LoanOrder.OLDEST_FIRST;
        if (after != null) {
            conditions = conditions.and(oldestFirst ? place.gt(after) : place.lt(after));
        }
        var loans = sql.selectFrom(LOAN_ACCOUNT)
                .where(conditions)
                .orderBy(oldestFirst ? place.asc() : place.desc())
                .limit(limit + 1)
                .fetch(LoanAccountFinder::account);
        return loans.size() > limit
                ? new LoanPage(loans.subList(0, limit), loans.get(limit - 1).place())
                : new LoanPage(loans, null);
    }

    private static LoanAccount account(LoanAccountRecord row) {
        return new LoanAccount(
                row.getLoanId(),
                row.getCreditLineId(),
                row.getBorrowerId(),
                row.getProduct(),
                Choice.of(LoanStatus.class, row.getStatus()),
                Amount.of(row.getPrincipalMinor(), row.getCurrency()),
                Amount.of(row.getPrincipalLeftMinor(), row.getCurrency()),
                new LoanAccount.QuotedRate(row.getRate(), row.getRatePer()),
                row.getInstalments(),
                new LoanAccount.Dates(
                        row.getRequestedOn(),
                        row.getOpenedOn(),
                        row.getDisbursedOn(),
                        row.getLastRepaidOn(),
                        row.getEndedOn()),
                row.getEndReason() == null ? null : new LoanAccount.End(row.getEndReason(), row.getEndDetail()),
                row.getRequestedPosition());
    }
}
