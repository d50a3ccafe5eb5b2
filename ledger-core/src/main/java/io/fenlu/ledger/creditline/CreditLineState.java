package io.fenlu.ledger.creditline;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a credit line. */
public sealed interface CreditLineState {
    /** Nothing happened yet. */
    record NotOpened() implements CreditLineState {}

    /**
     * The line lives, and draws are allowed or frozen.
     *
     * @param reserved set aside, by loan
     * @param used in use, by loan; a loan that is repaid is not in it any more
     * @param raises what is set aside for an account of which a part is in use already, by the change of its limit
     */
    record Open(
            CreditLineId creditLineId,
            BorrowerId borrowerId,
            Money limit,
            LocalDate openedOn,
            boolean frozen,
            Map<LoanId, Money> reserved,
            Map<LoanId, Money> used,
            Map<LoanId, EntryId> raises)
            implements CreditLineState {
        public Open {
            reserved = Map.copyOf(reserved);
            used = Map.copyOf(used);
            raises = Map.copyOf(raises);
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
            return new Open(creditLineId, borrowerId, changed, openedOn, frozen, reserved, used, raises);
        }

        Open withFrozen(boolean now) {
            return new Open(creditLineId, borrowerId, limit, openedOn, now, reserved, used, raises);
        }

        Open reserving(LoanId loan, Money amount, @Nullable EntryId raise) {
            var more = new HashMap<>(raises);
            if (raise != null) {
                more.put(loan, raise);
            }
            return drawn(with(reserved, loan, amount), used, more);
        }

        Open releasing(LoanId loan) {
            return drawn(with(reserved, loan, limit.zero()), used, without(loan));
        }

        Open using(LoanId loan, Money amount) {
            var none = with(reserved, loan, limit.zero());
            return drawn(none, with(used, loan, usedBy(loan).plus(amount)), without(loan));
        }

        Open takingAgain(LoanId loan, Money amount) {
            return drawn(reserved, with(used, loan, usedBy(loan).plus(amount)), raises);
        }

        Open givingBack(LoanId loan, Money amount) {
            return drawn(reserved, with(used, loan, usedBy(loan).minus(amount)), raises);
        }

        private Open drawn(Map<LoanId, Money> aside, Map<LoanId, Money> inUse, Map<LoanId, EntryId> rising) {
            return new Open(creditLineId, borrowerId, limit, openedOn, frozen, aside, inUse, rising);
        }

        private Map<LoanId, EntryId> without(LoanId loan) {
            var fewer = new HashMap<>(raises);
            fewer.remove(loan);
            return fewer;
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
