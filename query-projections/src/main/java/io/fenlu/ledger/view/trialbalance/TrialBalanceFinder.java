package io.fenlu.ledger.view.trialbalance;

import static io.fenlu.ledger.view.sql.Tables.JOURNAL_DAY;
import static io.fenlu.ledger.view.sql.Tables.JOURNAL_ENTRY;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.LineId;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.journal.ChartOfAccounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up the journal, account by account, in one question, so that the answer is of one moment. */
@Component
public final class TrialBalanceFinder {
    private final DSLContext sql;

    public TrialBalanceFinder(ViewTables live) {
        this.sql = live.sql();
    }

    /** Everything the journal holds up to the end of a day, out of the sums of the days. */
    public List<TrialBalance.Sheet> on(LocalDate day) {
        return sheets(
                select(JOURNAL_DAY.CURRENCY, JOURNAL_DAY.ACCOUNT, JOURNAL_DAY.DEBITS_MINOR, JOURNAL_DAY.CREDITS_MINOR)
                        .from(JOURNAL_DAY)
                        .where(JOURNAL_DAY.BUSINESS_DATE.le(day)));
    }

    /** The same as it was known at a position, line by line. */
    public List<TrialBalance.Sheet> at(LocalDate day, long position) {
        return sheets(select(
                        JOURNAL_ENTRY.CURRENCY,
                        JOURNAL_ENTRY.ACCOUNT,
                        amountOn(Entry.Side.DEBIT).as(JOURNAL_DAY.DEBITS_MINOR),
                        amountOn(Entry.Side.CREDIT).as(JOURNAL_DAY.CREDITS_MINOR))
                .from(JOURNAL_ENTRY)
                .where(LineId.upTo(JOURNAL_ENTRY.LINE_ID, position))
                .and(JOURNAL_ENTRY.BUSINESS_DATE.le(day)));
    }

    private List<TrialBalance.Sheet> sheets(Select<Record4<String, String, Long, Long>> entries) {
        var moved = entries.asTable("moved");
        var currency = moved.field(JOURNAL_DAY.CURRENCY);
        var account = moved.field(JOURNAL_DAY.ACCOUNT);
        var debits = total(moved.field(JOURNAL_DAY.DEBITS_MINOR));
        var credits = total(moved.field(JOURNAL_DAY.CREDITS_MINOR));
        var side = when(debits.ge(credits), inline(Choice.word(Entry.Side.DEBIT)))
                .otherwise(inline(Choice.word(Entry.Side.CREDIT)));
        return sql
                .select(
                        currency,
                        account,
                        debits.as("debits"),
                        credits.as("credits"),
                        abs(debits.minus(credits)).as("balance"),
                        side.as("side"),
                        sum(debits).over().partitionBy(currency).cast(BIGINT).as("all_debits"),
                        sum(credits).over().partitionBy(currency).cast(BIGINT).as("all_credits"))
                .from(moved)
                .groupBy(currency, account)
                .orderBy(currency, account)
                .fetchGroups(currency)
                .entrySet()
                .stream()
                .map(group -> {
                    var code = group.getKey();
                    var rows = group.getValue();
                    var lines = rows.map(
                            row -> line(code, row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
                    return new TrialBalance.Sheet(
                            code,
                            Amount.of(rows.getFirst().value7(), code),
                            Amount.of(rows.getFirst().value8(), code),
                            lines);
                })
                .toList();
    }

    private static TrialBalance.Line line(
            String currency, String number, long debits, long credits, long balance, String side) {
        var account = ChartOfAccounts.account(number);
        return new TrialBalance.Line(
                number,
                account.title(),
                account.chineseTitle(),
                Choice.word(account.kind()),
                Amount.of(debits, currency),
                Amount.of(credits, currency),
                Amount.of(balance, currency),
                side);
    }

    private static Field<Long> amountOn(Entry.Side side) {
        return when(JOURNAL_ENTRY.SIDE.eq(inline(Choice.word(side))), JOURNAL_ENTRY.AMOUNT_MINOR)
                .otherwise(inline(0L));
    }

    private static Field<Long> total(@Nullable Field<Long> amounts) {
        return sum(Objects.requireNonNull(amounts, "a column of the question itself"))
                .cast(BIGINT);
    }
}
