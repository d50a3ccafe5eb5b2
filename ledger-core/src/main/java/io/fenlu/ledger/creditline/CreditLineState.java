package io.fenlu.ledger.creditline;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What is known of a credit line. */
public sealed interface CreditLineState {
    /** Nothing happened yet. */
    record NotOpened() implements CreditLineState {}

    /**
     * The line lives, and draws are allowed or frozen.
     *
     * @param reserved set aside, by loan
     * @param used in use, by loan; a loan that is repaid is not in it any more
     */
    record Open(
            CreditLineId creditLineId,
            BorrowerId borrowerId,
            Money limit,
            LocalDate openedOn,
            boolean frozen,
            Map<LoanId, Money> reserved,
            Map<LoanId, Money> used)
            implements CreditLineState {
        public Open {
            reserved = Map.copyOf(reserved);
            used = Map.copyOf(used);
        }

        public Money inUse() {
            return Money.sum(limit.currency(), used.values());
        }

        public Money setAside() {
            return Money.sum(limit.currency(), reserved.values());
        }

        /** What may still be drawn; zero when the limit was set below what is in use. */
        public Money available() {
            return limit.minus(inUse()).minus(setAside()).orZero();
        }

        Open withLimit(Money changed) {
            return new Open(creditLineId, borrowerId, changed, openedOn, frozen, reserved, used);
        }

        Open withFrozen(boolean now) {
            return new Open(creditLineId, borrowerId, limit, openedOn, now, reserved, used);
        }

        Open reserving(LoanId loan, Money amount) {
            return new Open(creditLineId, borrowerId, limit, openedOn, frozen, with(reserved, loan, amount), used);
        }

        Open releasing(LoanId loan) {
            return new Open(
                    creditLineId, borrowerId, limit, openedOn, frozen, with(reserved, loan, limit.zero()), used);
        }

        Open using(LoanId loan, Money amount) {
            return new Open(
                    creditLineId,
                    borrowerId,
                    limit,
                    openedOn,
                    frozen,
                    with(reserved, loan, limit.zero()),
                    with(used, loan, usedBy(loan).plus(amount)));
        }

        Open takingAgain(LoanId loan, Money amount) {
            return new Open(
                    creditLineId,
                    borrowerId,
                    limit,
                    openedOn,
                    frozen,
                    reserved,
                    with(used, loan, usedBy(loan).plus(amount)));
        }

        Open givingBack(LoanId loan, Money amount) {
            return new Open(
                    creditLineId,
                    borrowerId,
                    limit,
                    openedOn,
                    frozen,
                    reserved,
                    with(used, loan, usedBy(loan).minus(amount)));
        }

        Money usedBy(LoanId loan) {
            return used.getOrDefault(loan, limit.zero());
        }

        private static Map<LoanId, Money> with(Map<LoanId, Money> amounts, LoanId loan, Money amount) {
            var changed = new HashMap<>(amounts);
            if (amount.isZero()) {
                changed.remove(loan);
            } else {
                changed.put(loan, amount);
            }
            return changed;
        }
    }

    /** The line ended. */
    record Closed(CreditLineId creditLineId, LocalDate closedOn) implements CreditLineState {}
}
