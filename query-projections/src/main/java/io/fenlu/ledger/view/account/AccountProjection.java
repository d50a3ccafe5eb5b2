package io.fenlu.ledger.view.account;

import static io.fenlu.ledger.view.sql.Tables.ACCOUNT;

import io.fenlu.ledger.account.AccountBalances;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountHappening;
import io.fenlu.ledger.account.AccountHappening.AccountWrittenOff;
import io.fenlu.ledger.account.AccountHappening.ClosingRequested;
import io.fenlu.ledger.account.AccountHappening.PaymentReturned;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import io.fenlu.ledger.view.sql.tables.records.AccountRecord;
import java.util.List;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Keeps one row per pay-later account. */
@Component
public final class AccountProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "account";

    @Override
    public void project(Recorded recorded, Rows rows) {
        if (!(recorded.fact() instanceof AccountEvent fact)) {
            return;
        }
        switch (fact) {
            case AccountOpened opened -> begin(opened, recorded.position(), rows);
            case BillIssued issued ->
                owing(row(fact, rows), issued.balances())
                        .setLastBill(issued.bill().number())
                        .setLastBilledOn(issued.bill().billedOn());
            case AccountCorrected corrected -> owing(row(fact, rows), corrected.balances());
            case AccountClosed closed -> row(fact, rows).setClosedOn(closed.closedOn());
            case AccountHappening happening -> happened(happening, row(fact, rows));
        }
    }

    private static void happened(AccountHappening fact, AccountRecord row) {
        owing(row, fact.consequence().balances());
        switch (fact) {
            case ClosingRequested requested -> row.setClosingOn(requested.businessDate());
            case AccountWrittenOff off -> row.setWrittenOffOn(off.businessDate());
            case PaymentReturned _ -> row.setClosedOn(null);
            default -> {}
        }
    }

    private static AccountRecord owing(AccountRecord row, AccountBalances balances) {
        var claim = balances.claim();
        return row.setLimitMinor(balances.limit().minor())
                .setBilledMinor(balances.billed().minor())
                .setUnbilledMinor(balances.unbilled().minor())
                .setUndueMinor(balances.undue().minor())
                .setMinimumDueMinor(balances.minimumDue().minor())
                .setCreditMinor(balances.credit().minor())
                .setClaimMinor(claim == null ? null : claim.minor());
    }

    private static void begin(AccountOpened fact, long position, Rows rows) {
        var agreement = fact.agreement();
        rows.begin(ACCOUNT, fact.subject())
                .setAccountId(fact.subject())
                .setOpenedPosition(position)
                .setBorrowerId(fact.borrowerId().value())
                .setProduct(agreement.terms().product().value())
                .setBrand(agreement.brand())
                .setLenderOfRecord(agreement.lenderOfRecord().value())
                .setCurrency(agreement.currency().name())
                .setLimitMinor(agreement.limit().minor())
                .setBilledMinor(0L)
                .setUnbilledMinor(0L)
                .setUndueMinor(0L)
                .setMinimumDueMinor(0L)
                .setCreditMinor(0L)
                .setOpenedOn(fact.openedOn());
    }

    private static AccountRecord row(AccountEvent fact, Rows rows) {
        return rows.change(ACCOUNT, ACCOUNT.ACCOUNT_ID, fact.subject());
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ACCOUNT);
    }
}
