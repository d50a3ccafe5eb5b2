package io.fenlu.ledger.account;

import static io.fenlu.ledger.story.AccountOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountHappening.BillConverted;
import io.fenlu.ledger.account.AccountHappening.PurchasePosted;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.billing.InstalmentRules.Fees;
import io.fenlu.ledger.books.AccountPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountStory;
import io.fenlu.ledger.story.AccountTermsRow;
import org.junit.jupiter.api.Test;

class InstalmentsTest {
    private static AccountStory account(AccountTerms terms) {
        return AccountStory.of(agreement(terms, "5000.00", new BillingDays(1, 9)), "2026-01-05");
    }

    @Test
    void an_order_in_periods_falls_due_with_its_bills_and_wholly_in_their_least_payment() {
        var story = account(PayLater.STANDARD).obey(buyIn(3, 1, "1111.11", "2026-01-06"), issue("2026-02-01"));
        var bill = story.bill(1);
        assertThat(bill.totals().instalments()).isEqualTo(yuan("370.37"));
        assertThat(bill.totals().fees()).isEqualTo(yuan("8.52"));
        assertThat(bill.minimum().total()).isEqualTo(yuan("378.89"));
        assertThat(bill.undue()).isEqualTo(yuan("740.74"));
    }

    @Test
    void a_merchant_that_pays_the_fee_pays_all_of_it_and_the_shopper_none() {
        var story = account(PayLater.STANDARD)
                .obey(purchase(1, "1000.00", new PlanChoice(3, FeePayer.MERCHANT), false, "2026-01-06"));
        assertThat(story.on("2026-01-06").plans().getFirst().fee()).isEqualTo(yuan("0.00"));
        var posting =
                AccountPostings.each(story.all(PurchasePosted.class).getFirst()).getFirst();
        // 1.80 % for the periods and 0.60 % for being paid at once
        assertThat(posting.entries())
                .filteredOn(entry -> entry.account() == LedgerAccount.PAYOUTS_IN_TRANSIT)
                .extracting(entry -> entry.side() + " " + entry.amount().amount())
                .containsExactly(Entry.Side.CREDIT + " 1000.00", Entry.Side.DEBIT + " 24.00");
    }

    @Test
    void a_bill_or_a_part_of_it_goes_into_periods_until_its_due_day_and_asks_for_less() {
        var story = account(PayLater.STANDARD)
                .obey(buy(1, "900.00", "2026-01-06"), convert(2, 1, "600.00", 3, "2026-02-09"));
        var balances = story.on("2026-02-09").balances();
        assertThat(balances.billed()).isEqualTo(yuan("300.00"));
        assertThat(balances.undue()).isEqualTo(yuan("600.00"));
        assertThat(balances.minimumDue()).isEqualTo(yuan("90.00"));
        story.obey(pay(3, "300.00", "2026-02-09"), issue("2026-03-01"));
        assertThat(story.bill(2).totals().closing()).isEqualTo(yuan("204.60"));
        assertThat(story.bill(2).totals().interest()).isEqualTo(yuan("0.00"));
        assertThat(story.all(BillConverted.class)).hasSize(1);
    }

    @Test
    void a_plan_that_is_settled_early_is_on_the_next_bill_with_its_fees_or_without() {
        for (var rule : new Fees[] {Fees.KEPT, Fees.FORGIVEN}) {
            var terms = AccountTermsRow.standard().fees(Fees.FORGIVEN, rule).terms();
            var story = account(terms)
                    .obey(buyIn(6, 1, "600.00", "2026-01-06"), settle(2, 1, "2026-02-05"), issue("2026-03-01"));
            assertThat(story.on("2026-03-01").plans()).isEmpty();
            assertThat(story.bill(2).totals().instalments()).isEqualTo(yuan(rule == Fees.KEPT ? "522.50" : "500.00"));
        }
    }

    @Test
    void when_as_many_bills_are_unpaid_as_the_terms_say_all_periods_fall_due() {
        var terms = AccountTermsRow.standard().accelerateAfter(2).terms();
        var story = account(terms).obey(buyIn(12, 1, "1200.00", "2026-01-06"), issue("2026-04-01"));
        assertThat(story.bill(2).totals().instalments()).isEqualTo(yuan("100.00"));
        assertThat(story.bill(3).totals().instalments()).isEqualTo(yuan("1000.00"));
        assertThat(story.bill(3).undue()).isEqualTo(yuan("0.00"));
        assertThat(story.on("2026-04-01").unpaidBills()).isEqualTo(2);
    }

    @Test
    void nothing_that_happens_to_anything_else_changes_a_period_of_a_plan() {
        var story = account(PayLater.STANDARD).obey(buyIn(12, 1, "1200.00", "2026-01-06"));
        var agreed = story.on("2026-01-06").plans().getFirst().left();
        story.obey(buy(2, "300.00", "2026-01-10"), pay(3, "1.00", "2026-02-20"), buy(4, "20.00", "2026-03-02"))
                .obey(refund(5, 2, "300.00", "2026-03-03"), pay(6, "800.00", "2026-03-04"))
                .obey(changeDays(7, 20, 10, "2026-03-11"), pay(8, "50.00", "2026-02-01"));
        assertThat(story.on("2026-03-19").plans().getFirst().left()).isEqualTo(agreed.subList(2, 12));
    }
}
