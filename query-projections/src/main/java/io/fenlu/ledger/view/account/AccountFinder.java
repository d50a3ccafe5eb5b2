package io.fenlu.ledger.view.account;

import static io.fenlu.ledger.view.sql.Tables.ACCOUNT;

import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.sql.tables.records.AccountRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds accounts by what their rows say. */
@Component
public final class AccountFinder {
    private final DSLContext sql;

    public AccountFinder(ViewTables live) {
        this.sql = live.sql();
    }

    /** Which accounts are wanted; what is not given does not matter. */
    public record Wanted(
            @Nullable String borrower,
            @Nullable String brand,
            @Nullable AccountStatus status) {}

    /** Some of the accounts that are wanted, after a place in the list. */
    public AccountPage page(Wanted wanted, long after, int limit) {
        var conditions = ACCOUNT.OPENED_POSITION.gt(after);
        if (wanted.borrower != null) {
            conditions = conditions.and(ACCOUNT.BORROWER_ID.eq(wanted.borrower));
        }
        if (wanted.brand != null) {
            conditions = conditions.and(ACCOUNT.BRAND.eq(wanted.brand));
        }
        if (wanted.status != null) {
            conditions = conditions.and(isIn(wanted.status));
        }
        var accounts = sql.selectFrom(ACCOUNT)
                .where(conditions)
                .orderBy(ACCOUNT.OPENED_POSITION.asc())
                .limit(limit + 1)
                .fetch(AccountFinder::account);
        return accounts.size() > limit
                ? new AccountPage(
                        accounts.subList(0, limit), accounts.get(limit - 1).place())
                : new AccountPage(accounts, null);
    }

    private static Condition isIn(AccountStatus status) {
        var closed = ACCOUNT.CLOSED_ON.isNotNull();
        var writtenOff = ACCOUNT.WRITTEN_OFF_ON.isNotNull();
        var closing = ACCOUNT.CLOSING_ON.isNotNull();
        return switch (status) {
            case CLOSED -> closed;
            case WRITTEN_OFF -> DSL.not(closed).and(writtenOff);
            case CLOSING -> DSL.not(closed).and(DSL.not(writtenOff)).and(closing);
            case OPEN -> DSL.not(closed).and(DSL.not(writtenOff)).and(DSL.not(closing));
        };
    }

    private static AccountStatus status(AccountRecord row) {
        if (row.getClosedOn() != null) {
            return AccountStatus.CLOSED;
        }
        if (row.getWrittenOffOn() != null) {
            return AccountStatus.WRITTEN_OFF;
        }
        return row.getClosingOn() == null ? AccountStatus.OPEN : AccountStatus.CLOSING;
    }

    private static AccountListed account(AccountRecord row) {
        var currency = row.getCurrency();
        return new AccountListed(
                row.getAccountId(),
                row.getBorrowerId(),
                row.getProduct(),
                row.getBrand(),
                row.getLenderOfRecord(),
                status(row),
                new AccountListed.Sums(
                        Amount.of(row.getLimitMinor(), currency),
                        Amount.of(row.getBilledMinor(), currency),
                        Amount.of(row.getUnbilledMinor(), currency),
                        Amount.of(row.getUndueMinor(), currency),
                        Amount.of(row.getMinimumDueMinor(), currency),
                        Amount.of(row.getCreditMinor(), currency),
                        row.getClaimMinor() == null ? null : Amount.of(row.getClaimMinor(), currency)),
                new AccountListed.Dates(
                        row.getOpenedOn(),
                        row.getLastBilledOn(),
                        row.getClosingOn(),
                        row.getWrittenOffOn(),
                        row.getClosedOn()),
                row.getLastBill(),
                row.getOpenedPosition());
    }
}
