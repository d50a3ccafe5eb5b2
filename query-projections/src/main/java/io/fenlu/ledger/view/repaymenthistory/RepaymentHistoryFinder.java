package io.fenlu.ledger.view.repaymenthistory;

import static io.fenlu.ledger.view.sql.Tables.REPAYMENT;
import static io.fenlu.ledger.view.sql.Tables.REPAYMENT_LINE;

import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.LineId;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.sql.tables.records.RepaymentLineRecord;
import io.fenlu.ledger.view.sql.tables.records.RepaymentRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds the repayments of a loan. */
@Component
public final class RepaymentHistoryFinder {
    private final DSLContext sql;

    public RepaymentHistoryFinder(ViewTables live) {
        this.sql = live.sql();
    }

    /** Repayments up to the end of a day, oldest first; those after a position are not looked at. */
    public List<Repayment> on(UUID loan, LocalDate day, long position) {
        var counted = REPAYMENT.LOAN_ID.eq(loan).and(REPAYMENT.PAID_ON.le(day)).and(REPAYMENT.POSITION.le(position));
        var lines = sql.select(REPAYMENT_LINE.fields())
                .from(REPAYMENT_LINE)
                .join(REPAYMENT)
                .on(LineId.at(REPAYMENT_LINE.LINE_ID, REPAYMENT.POSITION))
                .where(counted)
                .orderBy(REPAYMENT_LINE.LINE_ID)
                .fetchGroups(REPAYMENT_LINE.POSITION, RepaymentLineRecord.class);
        return sql.selectFrom(REPAYMENT)
                .where(counted)
                .orderBy(REPAYMENT.POSITION)
                .fetch(row -> repayment(row, lines));
    }

    private static Repayment repayment(RepaymentRecord row, Map<Long, List<RepaymentLineRecord>> lines) {
        var currency = row.getCurrency();
        return new Repayment(
                row.getRepaymentId(),
                row.getPosition(),
                row.getPaidOn(),
                Amount.of(row.getAmountMinor(), currency),
                lines.getOrDefault(row.getPosition(), List.of()).stream()
                        .map(line -> new Repayment.Part(
                                line.getInstalment(), line.getBucket(), Amount.of(line.getAmountMinor(), currency)))
                        .toList(),
                Amount.of(row.getCreditMinor(), currency),
                Amount.of(row.getPrincipalLeftMinor(), currency));
    }
}
