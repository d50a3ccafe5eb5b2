package io.fenlu.ledger.account;

import static io.fenlu.ledger.story.AccountOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountHappening.PurchaseRefunded;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.billing.InstalmentRules.Fees;
import io.fenlu.ledger.billing.PlanPeriod;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountStory;
import io.fenlu.ledger.story.AccountTermsRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundsTest {
    private static AccountStory account(AccountTerms terms) {
        return AccountStory.of(agreement(terms, "5000.00", new BillingDays(1, 9)), "2026-01-05");
    }

    private static AccountStory standard() {
        return account(PayLater.STANDARD);
    }

    @Test
    void before_the_bill_a_refund_is_a_line_of_the_same_bill() {
        var story = standard()
                .obey(buy(1, "100.00", "2026-01-06"), refund(2, 1, "30.00", "2026-01-08"), issue("2026-02-01"));
        assertThat(story.bill(1).totals().purchases()).isEqualTo(yuan("100.00"));
        assertThat(story.bill(1).totals().refunds()).isEqualTo(yuan("-30.00"));
        assertThat(story.bill(1).totals().closing()).isEqualTo(yuan("70.00"));
    }

    @Test
    void after_the_bill_it_heals_the_bill_and_what_is_left_pays_the_rest_free_of_interest() {
        var story = standard()
                .obey(buy(1, "100.00", "2026-01-06"), issue("2026-02-01"), refund(2, 1, "30.00", "2026-02-03"))
                .obey(pay(3, "70.00", "2026-02-09"), issue("2026-03-01"));
        assertThat(story.bill(1).totals().closing()).isEqualTo(yuan("100.00"));
        assertThat(story.bill(2).totals().interest()).isEqualTo(yuan("0.00"));
        assertThat(story.bill(2).totals().closing()).isEqualTo(yuan("0.00"));
    }

    @Test
    void after_payment_it_is_held_and_pays_the_next_purchase_or_goes_back_by_choice() {
        var paid = List.of(buy(1, "100.00", "2026-01-06"), issue("2026-02-01"), pay(2, "100.00", "2026-02-05"));
        var held = standard().obey(paid.toArray(AccountCommand[]::new)).obey(refund(3, 1, "100.00", "2026-02-10"));
        assertThat(held.on("2026-02-10").balances().credit()).isEqualTo(yuan("100.00"));
        held.obey(buy(4, "130.00", "2026-02-11"));
        assertThat(held.on("2026-02-11").balances().credit()).isEqualTo(yuan("0.00"));
        assertThat(held.on("2026-02-11").balances().unbilled()).isEqualTo(yuan("30.00"));

        var back = standard()
                .obey(paid.toArray(AccountCommand[]::new))
                .obey(refund(3, 1, "100.00", RefundTo.PAYER, "2026-02-10"));
        assertThat(back.on("2026-02-10").balances().credit()).isEqualTo(yuan("0.00"));
        assertThat(back.all(PurchaseRefunded.class).getFirst().consequence().movements())
                .extracting(AccountMovement::kind)
                .contains(AccountMovementKind.REFUND_PAID_OUT);
    }

    @Test
    void after_conversion_periods_come_to_nothing_from_the_last_and_no_other_changes_by_a_fen() {
        var story = standard().obey(buyIn(6, 1, "1000.00", "2026-01-06"), issue("2026-02-01"));
        var before = story.on("2026-02-01").plans().getFirst();
        story.obey(refund(2, 1, "400.00", "2026-02-02"));
        var after = story.on("2026-02-02").plans().getFirst();
        assertThat(before.left()).hasSize(5);
        // 166.66 and 166.66 are gone whole, 66.68 of the fourth period
        assertThat(after.left().subList(0, 2)).isEqualTo(before.left().subList(0, 2));
        assertThat(after.left().getLast()).isEqualTo(new PlanPeriod(4, yuan("99.98"), yuan("7.50")));
        assertThat(story.on("2026-02-02").balances().billed()).isEqualTo(yuan("174.20"));
    }

    @Test
    void fees_of_periods_that_came_to_nothing_are_forgiven_or_kept_or_all_given_back() {
        assertThat(unbilledAfterWholeRefund(Fees.FORGIVEN)).isEqualTo("0.00 0.00");
        assertThat(unbilledAfterWholeRefund(Fees.KEPT)).isEqualTo("37.50 0.00");
        assertThat(unbilledAfterWholeRefund(Fees.RETURNED)).isEqualTo("0.00 7.50");
    }

    /** Six periods for 45.00; one is billed and paid, then all of it comes back: 166.70 of it is the shopper's own. */
    private static String unbilledAfterWholeRefund(Fees rule) {
        var terms = AccountTermsRow.standard().fees(rule, Fees.KEPT).terms();
        var story = account(terms)
                .obey(buyIn(6, 1, "1000.00", "2026-01-06"), pay(2, "174.20", "2026-02-09"))
                .obey(refund(3, 1, "1000.00", "2026-02-10"));
        assertThat(story.on("2026-02-10").plans()).isEmpty();
        var balances = story.on("2026-02-10").balances();
        var fee = yuan("166.70").minus(balances.credit());
        return fee.orZero().amount() + " " + fee.negated().orZero().amount();
    }

    @Test
    void more_than_once_up_to_the_amount_whatever_became_of_it() {
        var story = standard()
                .obey(buy(1, "100.00", "2026-01-06"), refund(2, 1, "40.00", "2026-01-07"), issue("2026-02-01"))
                .obey(refund(3, 1, "60.00", "2026-02-02"));
        assertThat(story.refusal(refund(4, 1, "0.01", "2026-02-03"))).isEqualTo(AccountRefusal.REFUND_EXCEEDS_PURCHASE);
        assertThat(story.on("2026-02-03").balances().owed()).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_dispute_takes_the_purchase_back_and_a_lost_one_puts_it_on_the_next_bill() {
        var story = standard()
                .obey(buy(1, "100.00", "2026-01-06"), issue("2026-02-01"), chargeBack(2, 1, "100.00", "2026-02-05"))
                .obey(issue("2026-03-01"));
        assertThat(story.bill(2).totals().closing()).isEqualTo(yuan("0.00"));
        story.obey(loseDispute(3, 2, "2026-03-20"), issue("2026-04-01"));
        assertThat(story.bill(3).totals().purchases()).isEqualTo(yuan("100.00"));
        assertThat(story.bill(3).dueOn()).hasToString("2026-04-09");
    }

    @Test
    void a_refund_of_what_a_converted_bill_held_cancels_periods_of_that_bill() {
        var story = standard()
                .obey(buy(1, "600.00", "2026-01-06"), buy(2, "300.00", "2026-01-07"))
                .obey(convert(3, 1, "900.00", 3, "2026-02-05"), refund(4, 1, "600.00", "2026-02-20"));
        assertThat(story.on("2026-02-20").plans().getFirst().left())
                .containsExactly(new PlanPeriod(1, yuan("300.00"), yuan("6.90")));
        assertThat(story.on("2026-02-20").balances().credit()).isEqualTo(yuan("0.00"));
    }
}
