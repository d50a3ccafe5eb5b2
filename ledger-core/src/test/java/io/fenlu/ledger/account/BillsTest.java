package io.fenlu.ledger.account;

import static io.fenlu.ledger.story.AccountOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountStory;
import io.fenlu.ledger.story.AccountTermsRow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BillsTest {
    private static final BillingDays FIRST_AND_NINTH = new BillingDays(1, 9);

    private static AccountStory standard() {
        return AccountStory.of(agreement(PayLater.STANDARD, "5000.00", FIRST_AND_NINTH), "2026-01-05");
    }

    @Test
    void paid_in_full_by_the_due_day_a_month_of_purchases_costs_nothing() {
        var story = standard()
                .obey(buy(1, "120.00", "2026-01-06"), buy(2, "80.50", "2026-01-31"))
                .obey(issue("2026-02-01"), pay(3, "200.50", "2026-02-09"), issue("2026-03-01"));
        assertThat(story.bill(1).totals().closing()).isEqualTo(yuan("200.50"));
        assertThat(story.bill(1).dueOn()).isEqualTo(LocalDate.of(2026, 2, 9));
        assertThat(story.bill(1).minimum().total()).isEqualTo(yuan("20.05"));
        assertThat(story.bill(2).totals().interest()).isEqualTo(yuan("0.00"));
        assertThat(story.bill(2).totals().closing()).isEqualTo(yuan("0.00"));
        assertThat(story.bill(2).lines()).hasSize(1);
    }

    @Test
    void what_is_unpaid_bears_five_in_ten_thousand_for_each_day_after_the_due_day_and_no_day_counts_twice() {
        var story = standard()
                .obey(buy(1, "1000.00", "2026-01-06"), pay(2, "100.00", "2026-02-09"))
                .obey(pay(3, "400.00", "2026-02-14"), issue("2026-03-01"));
        // 900.00 for 5 days to the 14th, 500.00 for 15 days to 1 March
        assertThat(story.bill(2).totals().interest()).isEqualTo(yuan("6.00"));
        assertThat(story.bill(2).totals().closing()).isEqualTo(yuan("506.00"));
    }

    @Test
    void an_order_that_comes_after_bills_that_nobody_issued_issues_them_first() {
        var story = standard().obey(buy(1, "10.00", "2026-01-06"), buy(2, "10.00", "2026-04-20"));
        assertThat(story.bills()).extracting(Bill::number).containsExactly(1, 2, 3);
        assertThat(story.events().getLast()).isInstanceOf(AccountHappening.PurchasePosted.class);
    }

    @Test
    void a_purchase_on_the_bill_day_is_on_the_next_bill_or_on_this_one_by_the_terms() {
        var morning = standard().obey(buy(1, "10.00", "2026-02-01"));
        assertThat(morning.bills()).isEmpty();
        assertThat(morning.obey(issue("2026-03-01")).bill(2).totals().purchases())
                .isEqualTo(yuan("10.00"));

        var terms = AccountTermsRow.standard()
                .billDay(BillRules.BillDay.CLOSES_THIS)
                .terms();
        var evening = AccountStory.of(agreement(terms, "5000.00", FIRST_AND_NINTH), "2026-01-05")
                .obey(buy(1, "10.00", "2026-02-01"), issue("2026-02-02"));
        assertThat(evening.bill(1).totals().purchases()).isEqualTo(yuan("10.00"));
        assertThat(evening.bill(1).billedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void a_month_without_movement_has_a_bill_or_none_by_the_terms_and_keeps_its_number() {
        var none = standard().obey(buy(1, "10.00", "2026-04-20"), issue("2026-05-01"));
        assertThat(none.bills()).extracting(Bill::number).containsExactly(4);

        var terms = AccountTermsRow.standard().quietMonths(true).terms();
        var all = AccountStory.of(agreement(terms, "5000.00", FIRST_AND_NINTH), "2026-01-05")
                .obey(buy(1, "10.00", "2026-04-20"), issue("2026-05-01"));
        assertThat(all.bills()).extracting(Bill::number).containsExactly(1, 2, 3, 4);
        assertThat(all.bill(2).totals().closing()).isEqualTo(yuan("0.00"));
    }

    @Test
    void credit_alone_has_a_bill_or_none_by_the_terms_and_asks_for_nothing() {
        var silent = standard().obey(pay(1, "30.00", "2026-01-10"), issue("2026-02-01"));
        assertThat(silent.bill(1).totals().closing()).isEqualTo(yuan("-30.00"));
        assertThat(silent.bill(1).minimum().total()).isEqualTo(yuan("0.00"));
        assertThat(silent.refusal(issue("2026-03-01"))).isEqualTo(AccountRefusal.NOTHING_TO_BILL);

        var terms = AccountTermsRow.standard().creditBalances(true).terms();
        var told = AccountStory.of(agreement(terms, "5000.00", FIRST_AND_NINTH), "2026-01-05")
                .obey(pay(1, "30.00", "2026-01-10"), issue("2026-03-01"));
        assertThat(told.bill(2).totals().closing()).isEqualTo(yuan("-30.00"));
    }

    @Test
    void a_bill_below_the_small_balance_asks_for_nothing_and_costs_nothing() {
        var terms = AccountTermsRow.card().smallBalance("5.00").terms();
        var story = AccountStory.of(agreement(terms, "5000.00", FIRST_AND_NINTH), "2026-01-05")
                .obey(buy(1, "4.99", "2026-01-06"), issue("2026-02-01"), issue("2026-03-01"));
        assertThat(story.bill(1).minimum().total()).isEqualTo(yuan("0.00"));
        assertThat(story.bill(2).totals().interest()).isEqualTo(yuan("0.00"));
        assertThat(story.bill(2).totals().lateFees()).isEqualTo(yuan("0.00"));
        assertThat(story.bill(2).totals().closing()).isEqualTo(yuan("4.99"));
    }

    @Test
    void other_days_begin_with_a_transition_bill() {
        var story = standard()
                .obey(buy(1, "100.00", "2026-01-06"), issue("2026-02-01"), pay(2, "100.00", "2026-02-05"))
                .obey(buy(3, "50.00", "2026-02-06"), changeDays(4, 20, 10, "2026-02-06"))
                .obey(issue("2026-02-20"), issue("2026-03-20"));
        var transition = story.bill(2);
        assertThat(transition.transition()).isTrue();
        assertThat(transition.billedOn()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(transition.dueOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(story.bill(3).transition()).isFalse();
        assertThat(story.bill(3).billedOn()).isEqualTo(LocalDate.of(2026, 3, 20));
    }

    @Test
    void the_transition_bill_waits_until_the_due_day_of_the_last_bill_has_passed() {
        var story = standard()
                .obey(buy(1, "100.00", "2026-01-06"), issue("2026-02-01"), changeDays(2, 8, 20, "2026-02-03"))
                .obey(issue("2026-03-08"));
        assertThat(story.bill(2).billedOn()).isEqualTo(LocalDate.of(2026, 3, 8));
    }

    @Test
    void an_account_that_ends_in_the_middle_of_a_cycle_is_billed_at_once_or_with_the_cycle() {
        var atOnce =
                standard().obey(buy(1, "100.00", "2026-01-06"), end(2, "2026-01-15"), pay(3, "100.00", "2026-01-20"));
        assertThat(atOnce.lastBill().billedOn()).isEqualTo(LocalDate.of(2026, 1, 16));
        assertThat(atOnce.refusal(buy(4, "1.00", "2026-01-21"))).isEqualTo(AccountRefusal.CLOSING_UNDER_WAY);
        atOnce.obey(new AccountCommand.CloseAccount(ACCOUNT, LocalDate.of(2026, 1, 21)));
        assertThat(atOnce.state()).isInstanceOf(AccountState.Closed.class);

        var terms = AccountTermsRow.standard()
                .closing(BillRules.Closing.BILL_WITH_THE_CYCLE)
                .terms();
        var later = AccountStory.of(agreement(terms, "5000.00", FIRST_AND_NINTH), "2026-01-05")
                .obey(buy(1, "100.00", "2026-01-06"), end(2, "2026-01-15"), issue("2026-02-01"));
        assertThat(later.lastBill().billedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void the_least_payment_is_a_part_of_purchases_and_all_of_everything_else() {
        var terms = AccountTermsRow.card().terms();
        var story = AccountStory.of(agreement(terms, "3000.00", FIRST_AND_NINTH), "2026-01-05")
                .obey(buy(1, "1800.00", "2026-01-06"), buyIn(12, 2, "1200.00", "2026-01-07"))
                .obey(force(3, "200.00", "2026-01-08"), issue("2026-02-01"));
        var minimum = story.bill(1).minimum();
        assertThat(minimum.instalments()).isEqualTo(yuan("100.00"));
        assertThat(minimum.charges()).isEqualTo(yuan("7.50"));
        assertThat(minimum.overLimit()).isEqualTo(yuan("200.00"));
        assertThat(minimum.revolving()).isEqualTo(yuan("180.00"));
        assertThat(minimum.total()).isEqualTo(yuan("487.50"));
        story.obey(pay(4, "87.50", "2026-02-09"), issue("2026-03-01"));
        assertThat(story.bill(2).minimum().earlier()).isEqualTo(yuan("400.00"));
        assertThat(story.bill(2).totals().lateFees()).isEqualTo(yuan("20.00"));
    }

    @Test
    void a_bill_is_a_fact_that_replays() {
        var story = standard().obey(buy(1, "10.00", "2026-01-06"), issue("2026-02-01"));
        AccountState again = new AccountState.NotOpened();
        for (var fact : story.events()) {
            again = new AccountDecider().evolve(again, fact);
        }
        assertThat(again).isEqualTo(story.state());
        assertThat(story.all(BillIssued.class)).hasSize(1);
    }
}
