package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.StoredAs;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What may happen to a pay-later account. Each fact carries its answers; nobody who reads it has to calculate. */
public sealed interface AccountEvent extends Fact
        permits AccountEvent.AccountOpened,
                AccountEvent.BillIssued,
                AccountEvent.AccountCorrected,
                AccountEvent.AccountClosed,
                AccountHappening {
    AccountId accountId();

    @Override
    default UUID subject() {
        return accountId().value();
    }

    /** A shopper and a lender agreed on an account: its limit, its brand, its days and its terms (开户). */
    @StoredAs(name = "account.opened", revision = 1)
    record AccountOpened(AccountId accountId, BorrowerId borrowerId, AccountAgreement agreement, LocalDate openedOn)
            implements AccountEvent {
        @Override
        public LocalDate businessDate() {
            return openedOn;
        }
    }

    /**
     * A cycle ended and its bill was issued; it is never edited, the next one carries what was learned since (出账).
     *
     * @param movements interest and fees of the bill and credit it used, for the books
     * @param balances what is owed after it
     * @param plans those that are not done after it
     */
    @StoredAs(name = "account.bill-issued", revision = 1)
    record BillIssued(
            AccountId accountId,
            Bill bill,
            List<AccountMovement> movements,
            AccountBalances balances,
            List<InstalmentPlan> plans)
            implements AccountEvent {
        public BillIssued {
            movements = List.copyOf(movements);
            plans = List.copyOf(plans);
        }

        @Override
        public LocalDate businessDate() {
            return bill.billedOn();
        }
    }

    /**
     * What was learned late changed what had been counted before: entries and bills that come out otherwise, and the movements that
     * bring the books to what they would be, had everything been learned in time (冲补).
     *
     * @param because the entry that was learned
     * @param corrections earlier entries that have another effect
     * @param bills issued bills that would have come to something else
     * @param adjustments lines that the next bill carries
     * @param movements what the books lack of the new history, each with the day it belongs to
     * @param balances what is owed after the account's last entry
     * @param plans those that are not done after the account's last entry
     */
    @StoredAs(name = "account.history-corrected", revision = 1)
    record AccountCorrected(
            AccountId accountId,
            EntryId because,
            List<AccountCorrection> corrections,
            List<BillCorrection> bills,
            List<Adjustment> adjustments,
            List<BookedAccountMovement> movements,
            AccountBalances balances,
            List<InstalmentPlan> plans,
            LocalDate bookedOn,
            LocalDate effectiveOn)
            implements AccountEvent {
        public AccountCorrected {
            corrections = List.copyOf(corrections);
            bills = List.copyOf(bills);
            adjustments = List.copyOf(adjustments);
            movements = List.copyOf(movements);
            plans = List.copyOf(plans);
        }

        @Override
        public LocalDate businessDate() {
            return effectiveOn;
        }
    }

    /** An account on which nothing is owed was put away (销户). */
    @StoredAs(name = "account.closed", revision = 1)
    record AccountClosed(AccountId accountId, LocalDate closedOn) implements AccountEvent {
        @Override
        public LocalDate businessDate() {
            return closedOn;
        }
    }
}
