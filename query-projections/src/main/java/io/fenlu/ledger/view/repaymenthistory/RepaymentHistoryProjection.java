package io.fenlu.ledger.view.repaymenthistory;

import static io.fenlu.ledger.view.sql.Tables.REPAYMENT;
import static io.fenlu.ledger.view.sql.Tables.REPAYMENT_LINE;

import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.LineId;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import java.util.List;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Keeps each repayment with its allocation. */
@Component
public final class RepaymentHistoryProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "repayment-history";

    @Override
    public void project(Recorded recorded, Rows rows) {
        if (!(recorded.fact() instanceof RepaymentReceived fact)) {
            return;
        }
        rows.add(REPAYMENT)
                .setPosition(recorded.position())
                .setLoanId(fact.subject())
                .setRepaymentId(fact.repaymentId().value())
                .setPaidOn(fact.paidOn())
                .setCurrency(fact.amount().currency().name())
                .setAmountMinor(fact.amount().minor())
                .setCreditMinor(fact.credit().minor())
                .setPrincipalLeftMinor(fact.balances().principal().minor());
        var number = 0;
        for (var line : fact.allocation()) {
            number++;
            rows.add(REPAYMENT_LINE)
                    .setLineId(LineId.of(recorded.position(), number))
                    .setPosition(recorded.position())
                    .setLineNo(number)
                    .setInstalment(line.instalment())
                    .setBucket(Choice.word(line.bucket()))
                    .setAmountMinor(line.amount().minor());
        }
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(REPAYMENT, REPAYMENT_LINE);
    }
}
