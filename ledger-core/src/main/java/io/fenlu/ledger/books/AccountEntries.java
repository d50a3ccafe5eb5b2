package io.fenlu.ledger.books;

import static io.fenlu.ledger.books.LedgerAccount.BALANCES_TAKEN_OVER;
import static io.fenlu.ledger.books.LedgerAccount.BORROWER_CREDIT;
import static io.fenlu.ledger.books.LedgerAccount.CASH_AT_BANK;
import static io.fenlu.ledger.books.LedgerAccount.DEBT_WAIVED;
import static io.fenlu.ledger.books.LedgerAccount.DUE_FROM_MERCHANTS;
import static io.fenlu.ledger.books.LedgerAccount.FEE_INCOME;
import static io.fenlu.ledger.books.LedgerAccount.LOAN_LOSS_ALLOWANCE;
import static io.fenlu.ledger.books.LedgerAccount.LOAN_PRINCIPAL;
import static io.fenlu.ledger.books.LedgerAccount.PAYOUTS_IN_TRANSIT;

import io.fenlu.ledger.account.AccountMovement;
import io.fenlu.ledger.kernel.LenderId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which two accounts a movement of a pay-later account touches. */
final class AccountEntries {
    /** Accounts that belong to no single lender. */
    private static final Set<LedgerAccount> SHARED =
            EnumSet.of(CASH_AT_BANK, PAYOUTS_IN_TRANSIT, DUE_FROM_MERCHANTS, BORROWER_CREDIT, BALANCES_TAKEN_OVER);

    private AccountEntries() {}

    /** The account that is debited and the one that is credited when the amount is positive. */
    private record Pair(LedgerAccount debit, LedgerAccount credit) {}

    static void post(Posting.Builder posting, AccountMovement movement) {
        var pair = pair(movement);
        var amount = movement.amount();
        var debit = amount.isNegative() ? pair.credit : pair.debit;
        var credit = amount.isNegative() ? pair.debit : pair.credit;
        var sum = amount.max(amount.negated());
        posting.debit(debit, sum, owner(debit, movement)).credit(credit, sum, owner(credit, movement));
    }

    private static @Nullable LenderId owner(LedgerAccount account, AccountMovement movement) {
        return SHARED.contains(account) ? null : movement.lender();
    }

    private static Pair pair(AccountMovement movement) {
        var bucket = movement.bucket();
        return switch (movement.kind()) {
            case PURCHASED -> new Pair(LOAN_PRINCIPAL, PAYOUTS_IN_TRANSIT);
            case SERVICE_FEE -> new Pair(PAYOUTS_IN_TRANSIT, FEE_INCOME);
            case SERVICE_FEE_RETURNED -> new Pair(FEE_INCOME, DUE_FROM_MERCHANTS);
            case TAKEN_OVER -> new Pair(LOAN_PRINCIPAL, BALANCES_TAKEN_OVER);
            case CREDIT_TAKEN_OVER -> new Pair(BALANCES_TAKEN_OVER, BORROWER_CREDIT);
            case RECOGNISED -> new Pair(MovementEntries.held(bucket), MovementEntries.income(bucket));
            case RECEIVED -> new Pair(CASH_AT_BANK, MovementEntries.held(bucket));
            case CREDIT_HELD -> new Pair(CASH_AT_BANK, BORROWER_CREDIT);
            case CREDIT_USED -> new Pair(BORROWER_CREDIT, MovementEntries.held(bucket));
            case CREDIT_RETURNED -> new Pair(BORROWER_CREDIT, CASH_AT_BANK);
            case OVER_RETURNED -> new Pair(LOAN_PRINCIPAL, CASH_AT_BANK);
            case CREDIT_CONVERTED -> new Pair(LOAN_PRINCIPAL, BORROWER_CREDIT);
            case REFUNDED -> new Pair(DUE_FROM_MERCHANTS, MovementEntries.held(bucket));
            case REFUND_HELD -> new Pair(DUE_FROM_MERCHANTS, BORROWER_CREDIT);
            case REFUND_PAID_OUT -> new Pair(DUE_FROM_MERCHANTS, CASH_AT_BANK);
            case REDEBITED -> new Pair(LOAN_PRINCIPAL, DUE_FROM_MERCHANTS);
            case FEE_RETURNED -> new Pair(FEE_INCOME, MovementEntries.held(bucket));
            case FEE_CREDITED -> new Pair(FEE_INCOME, BORROWER_CREDIT);
            case PAYMENT_RETURNED -> new Pair(MovementEntries.held(bucket), CASH_AT_BANK);
            case WAIVED -> new Pair(DEBT_WAIVED, MovementEntries.held(bucket));
            case WRITTEN_OFF -> new Pair(LOAN_LOSS_ALLOWANCE, MovementEntries.held(bucket));
            case RECOVERED -> new Pair(CASH_AT_BANK, LOAN_LOSS_ALLOWANCE);
            case CREDIT_RECOVERED -> new Pair(BORROWER_CREDIT, LOAN_LOSS_ALLOWANCE);
        };
    }
}
