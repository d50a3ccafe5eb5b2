package io.fenlu.ledger.account;

import static io.fenlu.ledger.story.AccountOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.classification.AccountArrears;
import io.fenlu.ledger.classification.BureauAccount;
import io.fenlu.ledger.classification.BureauCode;
import io.fenlu.ledger.classification.FiveClass;
import io.fenlu.ledger.classification.RulePack;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountStory;
import java.time.LocalDate;
import java.time.YearMonth;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AccountLearningLateTest {
    private static AccountStory card() {
        return AccountStory.of(agreement(PayLater.CARD, "5000.00", new BillingDays(1, 11)), "2026-01-05");
    }

    private static AccountStory missed() {
        return card().obey(buy(1, "1000.00", "2026-01-06"), issue("2026-03-01"));
    }

    @Test
    void a_payment_that_is_learned_a_month_late_takes_interest_and_late_fee_back_on_the_next_bill() {
        var story = missed();
        var issued = story.bill(2);
        // from 6 January to 1 March on all of it; 5 % of the least payment of 100.00 is less than 10.00
        assertThat(issued.totals().interest()).isEqualTo(yuan("27.00"));
        assertThat(issued.totals().lateFees()).isEqualTo(yuan("10.00"));
        story.obey(pay(2, "1000.00", "2026-02-11"), issue("2026-04-01"));

        assertThat(story.bill(2)).isEqualTo(issued);
        var corrected = story.all(AccountCorrected.class).getFirst();
        assertThat(corrected.because()).isEqualTo(id(2));
        assertThat(corrected.bills())
                .containsExactly(new BillCorrection(
                        2, yuan("1037.00"), yuan("0.00"), issued.minimum().total(), yuan("0.00")));
        assertThat(story.bill(3).adjustments())
                .containsExactly(
                        new Adjustment(2, BillLineKind.PAYMENT, id(2), yuan("-1000.00")),
                        new Adjustment(2, BillLineKind.INTEREST, id(2), yuan("-27.00")),
                        new Adjustment(2, BillLineKind.LATE_FEE, id(2), yuan("-10.00")));
        assertThat(story.bill(3).totals().closing()).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_refund_that_is_learned_late_counts_from_its_own_day() {
        var story = card().obey(buy(1, "1000.00", "2026-01-06"), issue("2026-02-01"), pay(2, "400.00", "2026-02-11"))
                .obey(issue("2026-03-01"), refund(3, 1, "600.00", "2026-01-20"), issue("2026-04-01"));
        assertThat(story.bill(2).totals().interest()).isEqualTo(yuan("23.40"));
        assertThat(story.bill(3).totals().adjustments()).isEqualTo(yuan("-623.40"));
        assertThat(story.bill(3).totals().closing()).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_plan_stays_as_agreed_when_the_bill_it_was_made_of_turns_out_to_have_been_paid() {
        var story = card().obey(buy(1, "900.00", "2026-01-06"), convert(2, 1, "900.00", 3, "2026-02-05"))
                .obey(pay(3, "900.00", "2026-02-03"));
        assertThat(story.on("2026-02-05").plans().getFirst().principal()).isEqualTo(yuan("900.00"));
        assertThat(story.on("2026-02-05").balances().credit()).isEqualTo(yuan("900.00"));
        assertThat(story.on("2026-02-05").balances().owed()).isEqualTo(yuan("900.00"));
    }

    @Test
    void the_same_again_is_done_already_and_the_same_name_for_something_else_is_refused() {
        var story = missed().obey(pay(2, "1000.00", "2026-02-11"));
        assertThat(story.answer(pay(2, "1000.00", "2026-02-11"))).isEqualTo(Decision.alreadyDone());
        assertThat(story.refusal(pay(2, "999.00", "2026-02-11"))).isEqualTo(AccountRefusal.ACCOUNT_ENTRY_ID_REUSED);
    }

    @Test
    void a_history_from_which_a_fact_is_missing_is_noticed() {
        var story = missed().obey(pay(2, "1000.00", "2026-02-11"), pay(3, "5.00", "2026-03-02"));
        var decider = new AccountDecider();
        for (int missing = 0; missing < story.events().size() - 1; missing++) {
            var left = missing;
            Assertions.assertThatThrownBy(() -> {
                        var state = decider.initial();
                        for (int k = 0; k < story.events().size(); k++) {
                            state = k == left
                                    ? state
                                    : decider.evolve(state, story.events().get(k));
                        }
                    })
                    .as("without %s", story.events().get(missing))
                    .isInstanceOf(CorruptHistory.class);
        }
    }

    @Test
    void arrears_count_unpaid_least_payments_and_the_rules_of_cards_class_them() {
        var story = missed().obey(issue("2026-06-20"));
        var history = AccountArrears.of(AccountStanding.asked(story.active()));
        var day = LocalDate.of(2026, 5, 31);
        assertThat(history.on(day).either().daysPastDue()).isEqualTo(109);
        assertThat(history.on(day).unpaidPeriods()).isEqualTo(4);
        assertThat(RulePack.CARDS.classify(history, day)).isEqualTo(FiveClass.SUBSTANDARD);
        var account =
                new BureauAccount(LocalDate.of(2026, 1, 5), BureauAccount.Counting.UNPAID_MINIMUMS, null, history);
        assertThat(account.code(YearMonth.of(2026, 1))).contains(BureauCode.NOTHING_DUE);
        assertThat(account.code(YearMonth.of(2026, 2))).contains(BureauCode.LATE_1_TO_30);
        assertThat(account.code(YearMonth.of(2026, 5))).contains(BureauCode.LATE_91_TO_120);

        story.obey(pay(9, "1000.00", "2026-02-11"));
        var known = AccountArrears.of(AccountStanding.asked(story.active()));
        assertThat(known.on(day).either().daysPastDue()).isZero();
    }
}
