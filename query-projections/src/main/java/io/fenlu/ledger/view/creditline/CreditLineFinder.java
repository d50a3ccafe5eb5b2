package io.fenlu.ledger.view.creditline;

import static io.fenlu.ledger.view.sql.Tables.CREDIT_LINE_MOVEMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.sql.tables.records.CreditLineMovementRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** Adds up the movements of a credit line. */
@Component
public final class CreditLineFinder {
    private final DSLContext sql;

    public CreditLineFinder(ViewTables live) {
        this.sql = live.sql();
    }

    /**
     * A credit line at the end of a day.
     *
     * @param position movements after it are not looked at
     * @return nothing when it was not opened by then
     */
    public Optional<CreditLine> on(UUID line, LocalDate day, long position) {
        var counted = CREDIT_LINE_MOVEMENT
                .CREDIT_LINE_ID
                .eq(line)
                .and(CREDIT_LINE_MOVEMENT.BUSINESS_DATE.le(day))
                .and(CREDIT_LINE_MOVEMENT.POSITION.le(position));
        return sql.selectFrom(CREDIT_LINE_MOVEMENT)
                .where(counted)
                .and(CREDIT_LINE_MOVEMENT.BORROWER_ID.isNotNull())
                .fetchOptional()
                .map(opened -> line(opened, counted, day));
    }

    private CreditLine line(CreditLineMovementRecord opened, Condition counted, LocalDate day) {
        var currency = opened.getCurrency();
        var limit = latest(CREDIT_LINE_MOVEMENT.LIMIT_MINOR, counted);
        var status = latest(CREDIT_LINE_MOVEMENT.STATUS, counted);
        var reserved = total(CREDIT_LINE_MOVEMENT.RESERVED_MINOR).as("reserved");
        var used = total(CREDIT_LINE_MOVEMENT.USED_MINOR).as("used");
        var totals =
                select(reserved, used).from(CREDIT_LINE_MOVEMENT).where(counted).asTable("totals");
        var available = greatest(limit.minus(totals.field(reserved)).minus(totals.field(used)), inline(0L));
        var row = sql.select(limit, status, totals.field(reserved), totals.field(used), available)
                .from(totals)
                .fetchSingle();
        var now = Choice.of(LineStatus.class, row.value2());
        return new CreditLine(
                opened.getCreditLineId(),
                opened.getBorrowerId(),
                now,
                now == LineStatus.FROZEN,
                Amount.of(row.value1(), currency),
                Amount.of(row.value3(), currency),
                Amount.of(row.value4(), currency),
                Amount.of(row.value5(), currency),
                opened.getBusinessDate(),
                day,
                shares(counted, currency));
    }

    private List<CreditLine.Share> shares(Condition counted, String currency) {
        var reserved = total(CREDIT_LINE_MOVEMENT.RESERVED_MINOR);
        var used = total(CREDIT_LINE_MOVEMENT.USED_MINOR);
        return sql.select(CREDIT_LINE_MOVEMENT.LOAN_ID, reserved, used)
                .from(CREDIT_LINE_MOVEMENT)
                .where(counted)
                .and(CREDIT_LINE_MOVEMENT.LOAN_ID.isNotNull())
                .groupBy(CREDIT_LINE_MOVEMENT.LOAN_ID)
                .having(reserved.ne(0L).or(used.ne(0L)))
                .orderBy(CREDIT_LINE_MOVEMENT.LOAN_ID)
                .fetch(row -> new CreditLine.Share(
                        row.value1(), Amount.of(row.value2(), currency), Amount.of(row.value3(), currency)));
    }

    /** What holds since the last movement that said anything about it. */
    private static <T> Field<T> latest(TableField<CreditLineMovementRecord, T> what, Condition counted) {
        return field(select(what)
                .from(CREDIT_LINE_MOVEMENT)
                .where(counted)
                .and(what.isNotNull())
                .orderBy(CREDIT_LINE_MOVEMENT.POSITION.desc())
                .limit(1));
    }

    private static Field<Long> total(Field<Long> what) {
        return coalesce(sum(what), inline(0)).cast(BIGINT);
    }
}
