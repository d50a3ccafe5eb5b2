package io.fenlu.ledger.books;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.Movement;
import org.jspecify.annotations.Nullable;

/** Which two accounts a movement of a loan touches. */
final class MovementEntries {
    private MovementEntries() {}

    /** The account that is debited and the one that is credited when the amount is positive. */
    private record Pair(LedgerAccount debit, LedgerAccount credit) {}

    static void post(Posting.Builder posting, Movement movement) {
        var pair = pair(movement);
        var amount = movement.amount();
        var debit = amount.isNegative() ? pair.credit : pair.debit;
        var credit = amount.isNegative() ? pair.debit : pair.credit;
        var sum = amount.max(amount.negated());
        posting.debit(debit, sum, owner(debit, movement)).credit(credit, sum, owner(credit, movement));
    }

    /** Money on its way belongs to no single lender. */
    private static @Nullable LenderId owner(LedgerAccount account, Movement movement) {
        return account == LedgerAccount.CASH_AT_BANK || account == LedgerAccount.PAYOUTS_IN_TRANSIT
                ? null
                : movement.lender();
    }

    private static Pair pair(Movement movement) {
        var bucket = movement.bucket();
        return switch (movement.kind()) {
            case DRAWN -> new Pair(LedgerAccount.LOAN_PRINCIPAL, LedgerAccount.PAYOUTS_IN_TRANSIT);
            case RECOGNISED -> new Pair(held(bucket), income(bucket));
            case RECEIVED -> new Pair(LedgerAccount.CASH_AT_BANK, held(bucket));
            case REFINANCED -> new Pair(LedgerAccount.PAYOUTS_IN_TRANSIT, held(bucket));
            case CREDIT_HELD -> new Pair(LedgerAccount.CASH_AT_BANK, LedgerAccount.BORROWER_CREDIT);
            case CREDIT_RETURNED -> new Pair(LedgerAccount.BORROWER_CREDIT, LedgerAccount.CASH_AT_BANK);
            case OVER_RETURNED -> new Pair(held(bucket), LedgerAccount.CASH_AT_BANK);
            case CREDIT_SENT_BACK -> new Pair(LedgerAccount.BORROWER_CREDIT, LedgerAccount.PAYOUTS_IN_TRANSIT);
            case OVER_SENT_BACK -> new Pair(held(bucket), LedgerAccount.PAYOUTS_IN_TRANSIT);
            case FUNDER_OWED -> new Pair(LedgerAccount.COLLECTED_FOR_FUNDERS, LedgerAccount.FUNDER_PAYABLE);
            case FUNDER_PAID -> new Pair(LedgerAccount.FUNDER_PAYABLE, LedgerAccount.CASH_AT_BANK);
            case PROVIDED -> new Pair(LedgerAccount.IMPAIRMENT_LOSS, LedgerAccount.LOAN_LOSS_ALLOWANCE);
            case WAIVED -> new Pair(LedgerAccount.DEBT_WAIVED, held(bucket));
            case CAPITALISED ->
                bucket == Bucket.PRINCIPAL
                        ? new Pair(LedgerAccount.LOAN_PRINCIPAL, LedgerAccount.CAPITALISATION)
                        : new Pair(LedgerAccount.CAPITALISATION, held(bucket));
            case WRITTEN_OFF -> new Pair(LedgerAccount.LOAN_LOSS_ALLOWANCE, held(bucket));
            case RECOVERED -> new Pair(LedgerAccount.CASH_AT_BANK, LedgerAccount.LOAN_LOSS_ALLOWANCE);
            case SOLD -> new Pair(LedgerAccount.DEBT_SALES, held(bucket));
            case SALE_PRICE -> new Pair(LedgerAccount.CASH_AT_BANK, LedgerAccount.DEBT_SALES);
            case SALE_RESULT -> new Pair(LedgerAccount.DEBT_SALE_LOSS, LedgerAccount.DEBT_SALES);
            case MOVED_OFF_BOOK -> new Pair(income(bucket), held(bucket));
            case OFF_BOOK -> new Pair(LedgerAccount.OFF_BOOK_INTEREST, LedgerAccount.OFF_BOOK_COUNTERPART);
        };
    }

    /** Where the books hold a kind of debt. */
    static LedgerAccount held(@Nullable Bucket bucket) {
        return switch (named(bucket)) {
            case PRINCIPAL -> LedgerAccount.LOAN_PRINCIPAL;
            case INTEREST -> LedgerAccount.INTEREST_RECEIVABLE;
            case PENALTY -> LedgerAccount.PENALTY_RECEIVABLE;
            case FEE -> LedgerAccount.FEE_RECEIVABLE;
        };
    }

    /** What a kind of debt earns. */
    static LedgerAccount income(@Nullable Bucket bucket) {
        return switch (named(bucket)) {
            case INTEREST -> LedgerAccount.INTEREST_INCOME;
            case PENALTY -> LedgerAccount.PENALTY_INCOME;
            case FEE -> LedgerAccount.FEE_INCOME;
            case PRINCIPAL -> throw new IllegalArgumentException("principal is no income");
        };
    }

    private static Bucket named(@Nullable Bucket bucket) {
        if (bucket == null) {
            throw new IllegalArgumentException("the movement names no kind of debt");
        }
        return bucket;
    }
}
