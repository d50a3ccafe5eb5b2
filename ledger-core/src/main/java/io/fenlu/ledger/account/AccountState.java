package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import java.time.LocalDate;
import java.util.List;

/** What is known of an account. */
public sealed interface AccountState {
    /** There is none yet. */
    record NotOpened() implements AccountState {}

    /**
     * The account is kept.
     *
     * @param book everything that happened, folded in the order of business dates
     * @param issued the bills as they were issued
     * @param announced what must be heard next, because the last fact entails it; mostly nothing
     */
    record Active(
            AccountId accountId,
            BorrowerId borrowerId,
            AccountAgreement agreement,
            AccountBook book,
            IssuedBills issued,
            List<AccountEvent> announced)
            implements AccountState {
        public Active {
            announced = List.copyOf(announced);
        }

        AccountPosition position() {
            return book.position();
        }

        Active with(AccountBook other, IssuedBills bills, List<AccountEvent> next) {
            return new Active(accountId, borrowerId, agreement, other, bills, next);
        }

        /** The day on which the account was opened. */
        public LocalDate openedOn() {
            return book.openedOn();
        }

        /** The morning on which the next bill is cut. */
        public LocalDate nextBillCutOn() {
            return book.nextCutOn();
        }

        /** Whether a bill would have anything to tell: movement in the running cycle, debt, credit, or periods to come. */
        public boolean hasMovementOrDebt() {
            return !book.pages().getLast().entries().isEmpty()
                    || !issued.carried().isEmpty()
                    || !position().statementBalance().isZero()
                    || !position().bills().isEmpty()
                    || !position().plans().isEmpty()
                    || !position().lateFees().isZero();
        }
    }

    /** Nothing is owed and nothing can be bought any more. */
    record Closed(Active last, LocalDate closedOn) implements AccountState {}
}
