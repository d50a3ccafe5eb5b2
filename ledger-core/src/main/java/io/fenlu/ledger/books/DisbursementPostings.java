package io.fenlu.ledger.books;

import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;

/** What each fact of a disbursement means in debit and credit. */
public final class DisbursementPostings {
    private DisbursementPostings() {}

    /** Money that left is in transit until the loan takes it over, and so is what came back; whatever else happens moves none. */
    public static Posting of(DisbursementEvent event) {
        return switch (event) {
            case DisbursementConfirmed confirmed ->
                Posting.on(confirmed.paidOn())
                        .debit(LedgerAccount.PAYOUTS_IN_TRANSIT, confirmed.amount(), null)
                        .credit(LedgerAccount.CASH_AT_BANK, confirmed.amount(), null)
                        .posting();
            case DisbursementCameBack back ->
                Posting.on(back.cameBackOn())
                        .debit(LedgerAccount.CASH_AT_BANK, back.amount(), null)
                        .credit(LedgerAccount.PAYOUTS_IN_TRANSIT, back.amount(), null)
                        .posting();
            case DisbursementInstructed _, DisbursementFailed _, DisbursementContradicted _ ->
                Posting.on(event.businessDate()).posting();
        };
    }
}
