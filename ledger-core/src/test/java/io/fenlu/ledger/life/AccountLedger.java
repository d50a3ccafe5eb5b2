package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.account.Bill;
import io.fenlu.ledger.books.AccountPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One account with its books, learned in some order, and looked at after every fact. */
final class AccountLedger {
    private static final AccountDecider DECIDER = new AccountDecider();

    /** One ledger account of one lender. */
    record Column(LedgerAccount account, @Nullable LenderId lender) {}

    private final List<AccountEvent> facts = new ArrayList<>();
    private final TreeMap<LocalDate, Map<Column, Long>> days = new TreeMap<>();
    private final LedgerSheet sheet = new LedgerSheet();
    private @Nullable Bill lastBill;
    private @Nullable Money carried;
    private AccountState state = DECIDER.initial();

    /** Obeys an order, if it is accepted. */
    boolean obey(AccountCommand order) {
        if (!(DECIDER.decide(state, order) instanceof Decision.Accepted<AccountEvent>(var accepted))) {
            return false;
        }
        for (var fact : accepted) {
            state = DECIDER.evolve(state, fact);
            facts.add(fact);
            post(fact);
            bill(fact);
        }
        mustHold();
        return true;
    }

    private void post(AccountEvent fact) {
        for (var posting : AccountPostings.each(fact)) {
            sheet.post(posting);
            var day = days.computeIfAbsent(posting.on(), _ -> new HashMap<>());
            for (var entry : posting.entries()) {
                var minor = entry.amount().minor() * (entry.side() == Entry.Side.DEBIT ? 1 : -1);
                day.merge(new Column(entry.account(), entry.lender()), minor, Long::sum);
            }
        }
    }

    /** A bill begins where the last one ended, and carries all that was learned since, and nothing else. */
    private void bill(AccountEvent fact) {
        if (fact instanceof BillIssued issued && state instanceof AccountState.Active account) {
            var bill = issued.bill();
            var zero = bill.totals().closing().zero();
            assertThat(bill.totals().opening())
                    .as("opening of %s", bill)
                    .isEqualTo(lastBill == null ? zero : lastBill.totals().closing());
            assertThat(bill.totals().adjustments()).isEqualTo(carried == null ? zero : carried);
            assertThat(AccountStanding.asNowKnown(account).getLast().closing())
                    .as("what is owed when %s is cut", bill)
                    .isEqualTo(bill.totals().closing());
            assertThat(bill.minimum().total().isMoreThan(bill.totals().closing().orZero()))
                    .as("more is asked for than is owed")
                    .isFalse();
            lastBill = bill;
            carried = null;
        }
        if (fact instanceof AccountCorrected corrected) {
            for (var adjustment : corrected.adjustments()) {
                carried = carried == null ? adjustment.amount() : carried.plus(adjustment.amount());
            }
        }
    }

    /** What the books hold is what the account says is owed, and credit is never held beside debts. */
    private void mustHold() {
        if (!(state instanceof AccountState.Active account)) {
            return;
        }
        sheet.mustBalance();
        sheet.noLenderIsOwedLessThanNothing();
        var owed = AccountStanding.last(account).balances();
        var booked = sheet.balance(LedgerAccount.LOAN_PRINCIPAL)
                + sheet.balance(LedgerAccount.INTEREST_RECEIVABLE)
                + sheet.balance(LedgerAccount.PENALTY_RECEIVABLE)
                + sheet.balance(LedgerAccount.FEE_RECEIVABLE);
        assertThat(booked).as("debts in the books").isEqualTo(owed.owed().minor());
        assertThat(-sheet.balance(LedgerAccount.BORROWER_CREDIT))
                .as("credit in the books")
                .isEqualTo(owed.credit().minor());
        assertThat(owed.credit().isNegative()).isFalse();
        if (owed.claim() != null) {
            assertThat(owed.owed().isZero()).as("written off: %s", owed).isTrue();
            assertThat(sheet.balance(LedgerAccount.LOAN_LOSS_ALLOWANCE))
                    .as("written off and not recovered, in the books")
                    .isGreaterThanOrEqualTo(owed.claim().minor());
        }
        if (owed.credit().isPositive()) {
            assertThat(owed.billed().plus(owed.unbilled()).isZero())
                    .as("credit beside debts: %s", owed)
                    .isTrue();
        }
        assertThat(owed.minimumDue().isMoreThan(owed.billed()))
                .as("least payments beyond bills: %s", owed)
                .isFalse();
    }

    AccountState state() {
        return state;
    }

    List<AccountEvent> facts() {
        return facts;
    }

    @Nullable
    AccountStanding standing(LocalDate day) {
        return state instanceof AccountState.Active account ? AccountStanding.of(account, day) : null;
    }

    /** The trial balance at the end of a day: every account that is not zero. */
    Map<Column, Long> trialBalance(LocalDate day) {
        var balance = new HashMap<Column, Long>();
        for (var moved : days.headMap(day, true).values()) {
            moved.forEach((column, minor) -> balance.merge(column, minor, Long::sum));
        }
        balance.values().removeIf(minor -> minor == 0);
        return balance;
    }

    /** Every fact again, from the first: the same state. */
    void mustReplay() {
        var again = DECIDER.initial();
        for (var fact : facts) {
            again = DECIDER.evolve(again, fact);
        }
        assertThat(again).as("replayed").isEqualTo(state);
    }
}
