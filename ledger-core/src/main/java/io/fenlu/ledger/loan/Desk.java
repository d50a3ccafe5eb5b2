package io.fenlu.ledger.loan;

import io.fenlu.ledger.loan.LoanState.Active;
import org.jspecify.annotations.Nullable;

/** An order before it is decided: the loan, the entry, and how the loan stood right before it on its day. */
final class Desk {
    final Active loan;
    final LoanEntry entry;
    private @Nullable LoanPosition before;

    Desk(Active loan, LoanEntry entry) {
        this.loan = loan;
        this.entry = entry;
    }

    LoanBook book() {
        return loan.book();
    }

    Accrual accrual() {
        return new Accrual(loan.agreement());
    }

    /** How the loan stood right before the entry, on the entry's day. */
    LoanPosition before() {
        if (before == null) {
            before = book().before(entry);
        }
        return before;
    }

    LoanBalances balances() {
        return accrual().balances(before());
    }

    /** How the debt had been given up by then; without counting up to the day. */
    @Nullable
    Ending ending() {
        return book().endingBefore(entry);
    }
}
