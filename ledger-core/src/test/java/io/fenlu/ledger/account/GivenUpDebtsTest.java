package io.fenlu.ledger.account;

import static io.fenlu.ledger.story.AccountOrders.agreement;
import static io.fenlu.ledger.story.AccountOrders.buy;
import static io.fenlu.ledger.story.AccountOrders.buyIn;
import static io.fenlu.ledger.story.AccountOrders.end;
import static io.fenlu.ledger.story.AccountOrders.issue;
import static io.fenlu.ledger.story.AccountOrders.pay;
import static io.fenlu.ledger.story.AccountOrders.refund;
import static io.fenlu.ledger.story.AccountOrders.takeBack;
import static io.fenlu.ledger.story.AccountOrders.waive;
import static io.fenlu.ledger.story.AccountOrders.writeOff;
import static io.fenlu.ledger.story.AccountOrders.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountHappening.PaymentReceived;
import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.classification.AccountArrears;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountOrders;
import io.fenlu.ledger.story.AccountStory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GivenUpDebtsTest {
    private static AccountStory owing() {
        return AccountStory.of(agreement(PayLater.CARD, "10000.00", new BillingDays(1, 9)), "2026-01-05")
                .obey(buy(1, "1000.00", "2026-01-10"), issue("2026-02-01"));
    }

    private static int daysPastDue(AccountStory story, String day) {
        return AccountArrears.of(AccountStanding.asked(story.active()))
                .on(LocalDate.parse(day))
                .either()
                .daysPastDue();
    }

    @Test
    void a_payment_that_the_bank_takes_back_counted_until_then_and_is_owed_on_its_old_bill_from_then_on() {
        var story = owing().obey(pay(2, "1000.00", "2026-02-08"), issue("2026-03-01"));
        assertThat(story.active().position().bills()).isEmpty();

        story.obey(takeBack(3, 2, "2026-03-05"));

        var bill = story.active().position().bills().getFirst();
        assertThat(bill.number()).isEqualTo(1);
        assertThat(bill.dueOn()).isEqualTo("2026-02-09");
        assertThat(bill.open().principal()).isEqualTo(yuan("1000.00"));
        assertThat(bill.standing()).isEqualTo(OpenBill.Standing.REVOLVING);
        assertThat(story.on("2026-03-05").unpaidBills()).isEqualTo(1);
        assertThat(daysPastDue(story, "2026-03-04")).isZero();
        assertThat(daysPastDue(story, "2026-03-05")).isEqualTo(24);
        story.obey(issue("2026-04-01"));
        assertThat(story.lastBill().totals().payments()).isEqualTo(yuan("1000.00"));
        assertThat(story.lastBill().totals().interest())
                .as("27 days from the return, 0.05 % a day")
                .isEqualTo(yuan("13.50"));
        assertThat(story.lastBill().totals().closing()).isEqualTo(yuan("1013.50"));
    }

    @Test
    void what_a_payment_had_paid_before_its_bill_is_on_the_next_bill_when_the_bank_takes_it_back() {
        var story = AccountStory.of(agreement(PayLater.CARD, "10000.00", new BillingDays(1, 9)), "2026-01-05")
                .obey(
                        buy(1, "1000.00", "2026-01-10"),
                        pay(2, "1000.00", "2026-01-20"),
                        issue("2026-02-01"),
                        takeBack(3, 2, "2026-02-03"),
                        issue("2026-03-01"));

        assertThat(story.bill(1).totals().closing()).isEqualTo(yuan("0.00"));
        assertThat(story.bill(2).totals().closing()).isEqualTo(yuan("1000.00"));
        assertThat(story.bill(2).dueOn()).isEqualTo("2026-03-09");
    }

    @Test
    void credit_that_came_of_a_payment_goes_with_it_and_what_was_bought_with_it_is_owed() {
        var story = AccountStory.of(agreement(PayLater.CARD, "10000.00", new BillingDays(1, 9)), "2026-01-05")
                .obey(pay(1, "500.00", "2026-01-06"), buy(2, "200.00", "2026-01-07"), takeBack(3, 1, "2026-01-08"));

        var balances = story.on("2026-01-08").balances();
        assertThat(balances.credit()).isEqualTo(yuan("0.00"));
        assertThat(balances.unbilled()).isEqualTo(yuan("200.00"));
    }

    @Test
    void a_payment_that_the_bank_takes_back_opens_a_closed_account_again() {
        var story = owing().obey(
                        pay(2, "1000.00", "2026-02-08"),
                        end(3, "2026-02-10"),
                        issue("2026-03-01"),
                        new AccountCommand.CloseAccount(AccountOrders.ACCOUNT, LocalDate.parse("2026-03-02")));
        assertThat(story.state()).isInstanceOf(AccountState.Closed.class);

        story.obey(takeBack(4, 2, "2026-05-04"));

        assertThat(story.on("2026-05-04").balances().owed()).isEqualTo(yuan("1000.00"));
        assertThat(story.refusal(buy(5, "1.00", "2026-05-05"))).isEqualTo(AccountRefusal.CLOSING_UNDER_WAY);
    }

    @Test
    void a_late_fee_is_waived_and_the_least_payment_asks_for_that_much_less() {
        var story = owing().obey(issue("2026-03-01"));
        var before = story.on("2026-03-02").balances();
        var fee = story.lastBill().totals().lateFees();
        assertThat(fee.isPositive()).isTrue();

        story.obey(waive(2, Bucket.PENALTY, null, "2026-03-02"));

        var after = story.on("2026-03-02").balances();
        assertThat(after.owed()).isEqualTo(before.owed().minus(fee));
        assertThat(after.minimumDue()).isEqualTo(before.minimumDue().minus(fee));
        assertThat(story.refusal(waive(3, Bucket.PENALTY, null, "2026-03-03")))
                .isEqualTo(AccountRefusal.ACCOUNT_NOTHING_TO_WAIVE);
    }

    @Test
    void a_late_fee_that_the_next_bill_would_charge_can_be_waived_before_it_comes() {
        var story = owing();
        assertThat(story.on("2026-02-14").balances().lateFees().isPositive()).isTrue();

        story.obey(waive(2, Bucket.PENALTY, null, "2026-02-14"), issue("2026-03-01"));

        assertThat(story.lastBill().totals().lateFees()).isEqualTo(yuan("0.00"));
    }

    @Test
    void interest_that_is_waived_late_was_never_owed_and_what_was_paid_of_it_pays_something_else() {
        var story = owing().obey(issue("2026-03-01"), pay(2, "20.00", "2026-03-03"));
        var interest = story.bill(2).totals().interest();
        var owed = story.on("2026-03-10").balances().owed();

        story.obey(waive(3, Bucket.INTEREST, null, "2026-03-02"));

        assertThat(story.on("2026-03-10").balances().owed()).isEqualTo(owed.minus(interest));
    }

    @Test
    void what_is_written_off_is_a_claim_on_which_nothing_grows_and_no_bill_comes_any_more() {
        var story = owing().obey(buyIn(3, 2, "300.00", "2026-02-20"), issue("2026-05-01"));
        var owed = story.on("2026-06-20").balances().owed();

        story.obey(writeOff(3, "2026-06-20"));

        var balances = story.on("2027-06-20").balances();
        assertThat(balances.claim()).isEqualTo(owed);
        assertThat(balances.owed()).isEqualTo(yuan("0.00"));
        assertThat(balances.available()).isEqualTo(yuan("0.00"));
        story.obey(issue("2026-07-01"));
        assertThat(story.lastBill().totals().closing()).isEqualTo(yuan("0.00"));
        assertThat(story.refusal(issue("2026-09-01"))).isEqualTo(AccountRefusal.NOTHING_TO_BILL);
    }

    @Test
    void a_payment_after_the_write_off_is_a_recovery_and_more_than_the_claim_is_credit() {
        var story = owing().obey(writeOff(2, "2026-02-20"), pay(3, "400.00", "2026-03-05"));

        var recovery = story.all(PaymentReceived.class).getFirst().consequence();
        assertThat(recovery.allocation()).containsExactly(new AllocationLine(0, Bucket.PRINCIPAL, yuan("400.00")));
        assertThat(recovery.movements())
                .extracting(AccountMovement::kind)
                .containsExactly(AccountMovementKind.RECOVERED);
        assertThat(recovery.balances().claim()).isEqualTo(yuan("600.00"));

        story.obey(pay(4, "700.00", "2026-03-06"));
        assertThat(story.on("2026-03-06").balances().credit()).isEqualTo(yuan("100.00"));

        story.obey(takeBack(5, 4, "2026-03-07"));
        assertThat(story.on("2026-03-07").balances().credit()).isEqualTo(yuan("0.00"));
        assertThat(story.on("2026-03-07").balances().claim()).isEqualTo(yuan("600.00"));
    }

    @Test
    void a_refund_after_the_write_off_pays_for_the_claim_before_anything_goes_to_the_shopper() {
        var story = owing().obey(
                        writeOff(2, "2026-02-20"),
                        pay(3, "900.00", "2026-03-05"),
                        refund(4, 1, "250.00", RefundTo.PAYER, "2026-03-06"));

        assertThat(story.on("2026-03-06").balances().claim()).isEqualTo(yuan("0.00"));
        assertThat(story.all(AccountHappening.PurchaseRefunded.class)
                        .getFirst()
                        .consequence()
                        .movements())
                .filteredOn(movement -> movement.kind() == AccountMovementKind.REFUND_PAID_OUT)
                .extracting(AccountMovement::amount)
                .containsExactly(yuan("150.00"));
    }

    @Test
    void a_payment_from_before_the_write_off_that_is_learned_late_makes_the_claim_smaller() {
        var story = owing().obey(writeOff(2, "2026-02-20"), pay(3, "300.00", "2026-02-05"));

        assertThat(story.on("2026-02-20").balances().claim()).isEqualTo(yuan("700.00"));
    }
}
