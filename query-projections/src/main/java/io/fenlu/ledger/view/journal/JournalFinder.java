package io.fenlu.ledger.view.journal;

import static io.fenlu.ledger.view.sql.Tables.JOURNAL_ENTRY;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.selectDistinct;

import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.LineId;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.sql.tables.records.JournalEntryRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds postings. */
@Component
public final class JournalFinder {
    private final DSLContext sql;

    public JournalFinder(ViewTables live) {
        this.sql = live.sql();
    }

    /** Whole postings after a position, of one loan or of all. */
    public JournalPage page(long after, int limit, @Nullable UUID loan) {
        var wanted = loan == null
                ? LineId.after(JOURNAL_ENTRY.LINE_ID, after)
                : JOURNAL_ENTRY.LOAN_ID.eq(loan).and(JOURNAL_ENTRY.POSITION.gt(after));
        var facts = selectDistinct(JOURNAL_ENTRY.POSITION)
                .from(JOURNAL_ENTRY)
                .where(wanted)
                .orderBy(JOURNAL_ENTRY.POSITION)
                .limit(limit + 1)
                .asTable("facts");
        var postings = sql
                .select(JOURNAL_ENTRY.fields())
                .from(JOURNAL_ENTRY)
                .join(facts)
                .on(LineId.at(JOURNAL_ENTRY.LINE_ID, requireNonNull(facts.field(JOURNAL_ENTRY.POSITION))))
                .orderBy(JOURNAL_ENTRY.LINE_ID)
                .fetchGroups(JOURNAL_ENTRY.POSITION, JournalEntryRecord.class)
                .values()
                .stream()
                .map(JournalFinder::posting)
                .toList();
        return postings.size() > limit
                ? new JournalPage(
                        postings.subList(0, limit), postings.get(limit - 1).position())
                : new JournalPage(postings, null);
    }

    private static JournalPosting posting(List<JournalEntryRecord> lines) {
        var first = lines.getFirst();
        return new JournalPosting(
                first.getPosition(),
                first.getBusinessDate(),
                first.getEventName(),
                first.getAggregateId(),
                first.getLoanId(),
                lines.stream().map(JournalFinder::line).toList());
    }

    private static JournalPosting.Line line(JournalEntryRecord row) {
        return new JournalPosting.Line(
                row.getAccount(),
                ChartOfAccounts.account(row.getAccount()).title(),
                row.getSide(),
                Amount.of(row.getAmountMinor(), row.getCurrency()),
                row.getLender());
    }
}
