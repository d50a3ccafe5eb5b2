package io.fenlu.ledger.books;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;

/** What each fact of a loan means in debit and credit. */
public final class LoanPostings {
    private LoanPostings() {}

    public static Posting of(LoanEvent event) {
        return switch (event) {
            case LoanDisbursed disbursed -> disbursed(disbursed);
            case RepaymentReceived received -> received(received);
            case LoanRequested _, LoanOpened _, LoanDeclined _, LoanCancelled _, ScheduleRevised _, LoanSettled _ ->
                Posting.on(event.businessDate()).posting();
        };
    }

    /** Debit the loan, by lender; credit payouts in transit. */
    private static Posting disbursed(LoanDisbursed event) {
        var posting = Posting.on(event.disbursedOn());
        for (var part : event.funding()) {
            posting.debit(LedgerAccount.LOAN_PRINCIPAL, part.amount(), part.lender());
        }
        return posting.credit(LedgerAccount.PAYOUTS_IN_TRANSIT, event.amount(), null)
                .posting();
    }

    /** Recognise what was earned since the last time; then cash against what it healed, by lender, and the credit held. */
    private static Posting received(RepaymentReceived event) {
        var posting = Posting.on(event.paidOn());
        for (var part : event.recognised()) {
            posting.debit(receivable(part.bucket()), part.amount(), part.lender());
            posting.credit(income(part.bucket()), part.amount(), part.lender());
        }
        posting.debit(LedgerAccount.CASH_AT_BANK, event.amount(), null);
        for (var part : event.funding()) {
            posting.credit(receivable(part.bucket()), part.amount(), part.lender());
        }
        return posting.credit(LedgerAccount.BORROWER_CREDIT, event.credit(), null)
                .posting();
    }

    private static LedgerAccount receivable(Bucket bucket) {
        return switch (bucket) {
            case PRINCIPAL -> LedgerAccount.LOAN_PRINCIPAL;
            case INTEREST -> LedgerAccount.INTEREST_RECEIVABLE;
            case PENALTY -> LedgerAccount.PENALTY_RECEIVABLE;
            case FEE -> throw new IllegalArgumentException("no fee is charged on these terms");
        };
    }

    private static LedgerAccount income(Bucket bucket) {
        return switch (bucket) {
            case INTEREST -> LedgerAccount.INTEREST_INCOME;
            case PENALTY -> LedgerAccount.PENALTY_INCOME;
            case PRINCIPAL, FEE -> throw new IllegalArgumentException(bucket + " is not income on these terms");
        };
    }
}
