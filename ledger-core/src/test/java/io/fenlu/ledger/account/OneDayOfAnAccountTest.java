package io.fenlu.ledger.account;

import static io.fenlu.ledger.account.AccountRefusal.AUTHORISATION_SPENT;
import static io.fenlu.ledger.account.AccountRefusal.CAPTURE_EXCEEDS_AUTHORISATION;
import static io.fenlu.ledger.account.AccountRefusal.CONVERSION_EXCEEDS_BILL;
import static io.fenlu.ledger.account.AccountRefusal.OPEN_TO_BUY_EXCEEDED;
import static io.fenlu.ledger.account.AccountRefusal.PLAN_NOT_FOUND;
import static io.fenlu.ledger.story.AccountOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountStory;
import org.junit.jupiter.api.Test;

/** Ids are no order: what is learned later on one day may be named by a smaller one. */
class OneDayOfAnAccountTest {
    private static final String DAY = "2026-01-10";

    private static AccountStory card() {
        return AccountStory.of(agreement(PayLater.CARD, "1000.00", new BillingDays(1, 11)), "2026-01-05");
    }

    @Test
    void purchases_of_one_day_do_not_exceed_the_limit_whatever_their_ids() {
        var story = card().obey(buy(9, "600.00", DAY), buy(7, "300.00", DAY));
        assertThat(story.refusal(buy(1, "100.01", DAY))).isEqualTo(OPEN_TO_BUY_EXCEEDED);
        assertThat(story.refusal(authorise(2, "100.01", "2026-01-20", DAY))).isEqualTo(OPEN_TO_BUY_EXCEEDED);
        story.obey(buy(3, "100.00", DAY));
        assertThat(story.active().position().balances().available()).isEqualTo(yuan("0.00"));
    }

    @Test
    void what_is_paid_can_be_spent_again_on_the_same_day() {
        var story = card().obey(buy(1, "1000.00", DAY), pay(2, "400.00", DAY));
        assertThat(story.refusal(buy(3, "400.01", DAY))).isEqualTo(OPEN_TO_BUY_EXCEEDED);
        story.obey(buy(3, "400.00", DAY));
        assertThat(story.active().position().balances().owed()).isEqualTo(yuan("1000.00"));
    }

    @Test
    void an_authorisation_is_captured_once_whatever_the_order_of_ids_and_days() {
        var story = card().obey(authorise(1, "100.00", "2026-01-20", DAY), capture(9, 1, "60.00", "2026-01-12"));
        assertThat(story.refusal(capture(2, 1, "40.01", "2026-01-12"))).isEqualTo(CAPTURE_EXCEEDS_AUTHORISATION);
        assertThat(story.refusal(capture(3, 1, "40.01", "2026-01-11"))).isEqualTo(CAPTURE_EXCEEDS_AUTHORISATION);
        story.obey(capture(4, 1, "40.00", "2026-01-11"));
        assertThat(story.active().position().balances().owed()).isEqualTo(yuan("100.00"));
        assertThat(story.active().position().balances().held()).isEqualTo(yuan("0.00"));
    }

    @Test
    void an_authorisation_that_was_given_up_is_not_captured_later_on_that_day() {
        var story = card().obey(authorise(1, "1000.00", "2026-01-20", DAY), release(2, 1, "2026-01-11"));
        assertThat(story.refusal(capture(3, 1, "1.00", "2026-01-11"))).isEqualTo(AUTHORISATION_SPENT);
        assertThat(story.refusal(release(1_000, 1, "2026-01-11"))).isEqualTo(AUTHORISATION_SPENT);
    }

    @Test
    void a_late_capture_is_within_the_limit_that_was_used_after_its_authorisation_was_given_up() {
        var story = card().obey(authorise(1, "1000.00", "2026-01-20", DAY), release(2, 1, "2026-01-12"))
                .obey(buy(3, "900.00", "2026-01-13"));
        assertThat(story.refusal(capture(4, 1, "100.01", "2026-01-11"))).isEqualTo(OPEN_TO_BUY_EXCEEDED);
        story.obey(capture(4, 1, "100.00", "2026-01-11"));
    }

    @Test
    void a_bill_is_put_into_plans_once_and_a_plan_is_settled_once_on_one_day() {
        var story = card().obey(buy(1, "900.00", DAY), convert(9, 1, "600.00", 3, "2026-02-05"));
        assertThat(story.refusal(convert(2, 1, "300.01", 3, "2026-02-05"))).isEqualTo(CONVERSION_EXCEEDS_BILL);
        story.obey(settle(8, 9, "2026-02-06"));
        assertThat(story.refusal(settle(3, 9, "2026-02-06"))).isEqualTo(PLAN_NOT_FOUND);
    }
}
