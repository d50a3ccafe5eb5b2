package io.fenlu.ledger.view;

import static io.fenlu.ledger.story.AccountOrders.ACCOUNT;
import static io.fenlu.ledger.story.AccountOrders.agreement;
import static io.fenlu.ledger.story.AccountOrders.buy;
import static io.fenlu.ledger.story.AccountOrders.buyIn;
import static io.fenlu.ledger.story.AccountOrders.id;
import static io.fenlu.ledger.story.AccountOrders.issue;
import static io.fenlu.ledger.story.AccountOrders.pay;
import static io.fenlu.ledger.story.AccountOrders.takeBack;
import static io.fenlu.ledger.story.AccountOrders.writeOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountStory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountViewsTest {
    private static final TestLedger LEDGER = new TestLedger();
    private static final UUID SHOPPER = ACCOUNT.value();
    private static final AccountId CLOSING = new AccountId(new UUID(0, 2));
    private static final AccountId CLOSED = new AccountId(new UUID(0, 3));
    private static final AccountDecider DECIDER = new AccountDecider();
    private static long beforeTheLatePayment;

    /** One account of a card with a late payment, one that is to end, one that has ended. */
    @BeforeAll
    static void tell() {
        var life = AccountStory.of(agreement(PayLater.CARD, "10000.00", new BillingDays(1, 9)), "2026-01-05")
                .obey(
                        buy(1, "1000.00", "2026-01-10"),
                        buyIn(3, 2, "300.00", "2026-01-12"),
                        issue("2026-02-01"),
                        pay(3, "1102.30", "2026-02-05"),
                        buy(4, "50.00", "2026-02-10"),
                        issue("2026-03-01"),
                        takeBack(5, 3, "2026-03-02"));
        LEDGER.append(life.events());
        beforeTheLatePayment = LEDGER.position();
        var told = life.events().size();
        life.obey(
                pay(6, "20.00", "2026-02-20"),
                issue("2026-04-01"),
                writeOff(7, "2026-04-10"),
                pay(8, "100.00", "2026-05-06"));
        LEDGER.append(life.events().subList(told, life.events().size()));
        other(CLOSING, "brand-2", false);
        other(CLOSED, "brand-2", true);
        LEDGER.catchUp();
    }

    private static void other(AccountId account, String brand, boolean closed) {
        var card = agreement(PayLater.CARD, "500.00", new BillingDays(1, 9));
        var agreed = new AccountAgreement(
                card.terms(),
                brand,
                card.lenderOfRecord(),
                card.funding(),
                card.limitSource(),
                card.limit(),
                card.rate(),
                card.days());
        var day = LocalDate.parse("2026-01-05");
        var state = obey(
                DECIDER.initial(), new AccountCommand.OpenAccount(account, new BorrowerId("shopper-2"), agreed, day));
        state = obey(state, new AccountCommand.RequestClosing(account, new AccountEntry.Closing(id(90), "asked", day)));
        if (closed) {
            obey(state, new AccountCommand.CloseAccount(account, day.plusDays(1)));
        }
    }

    private static AccountState obey(AccountState state, AccountCommand order) {
        if (!(DECIDER.decide(state, order) instanceof Decision.Accepted<AccountEvent>(var facts))) {
            throw new AssertionError(order + " was to be accepted");
        }
        LEDGER.append(facts);
        var after = state;
        for (var fact : facts) {
            after = DECIDER.evolve(after, fact);
        }
        return after;
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void accounts_are_listed_in_the_order_in_which_they_were_opened_page_by_page() {
        var first = LEDGER.ask("/accounts?limit=2").ok();
        assertThat(first.json().at("/accounts").size()).isEqualTo(2);
        assertThat(first.text("/accounts/0/account_id")).isEqualTo(SHOPPER.toString());
        assertThat(first.text("/accounts/0/status")).isEqualTo("written-off");
        assertThat(first.text("/accounts/1/status")).isEqualTo("closing");

        var next = LEDGER.ask("/accounts?limit=2&after=" + first.text("/next")).ok();
        assertThat(next.json().at("/accounts").size()).isEqualTo(1);
        assertThat(next.text("/accounts/0/dates/closed_on")).isEqualTo("2026-01-06");
        assertThat(next.json().has("next")).isFalse();
    }

    @Test
    void accounts_are_found_by_borrower_brand_and_status() {
        assertThat(LEDGER.ask("/accounts?borrower_id=shopper-1")
                        .ok()
                        .json()
                        .at("/accounts")
                        .size())
                .isEqualTo(1);
        assertThat(LEDGER.ask("/accounts?brand=brand-2")
                        .ok()
                        .json()
                        .at("/accounts")
                        .size())
                .isEqualTo(2);
        for (var status : new String[] {"written-off", "closing", "closed"}) {
            var found = LEDGER.ask("/accounts?status=" + status).ok();
            assertThat(found.json().at("/accounts").size()).as(status).isEqualTo(1);
            assertThat(found.text("/accounts/0/status")).isEqualTo(status);
        }
        assertThat(LEDGER.ask("/accounts?status=open&brand=brand-1")
                        .ok()
                        .json()
                        .at("/accounts")
                        .size())
                .isZero();
    }

    @Test
    void a_list_says_of_each_account_what_it_says_itself() {
        var listed = LEDGER.ask("/accounts?borrower_id=shopper-1").ok();
        var itself = LEDGER.ask("/accounts/{id}?as_of=2026-05-06", SHOPPER).ok();

        assertThat(listed.text("/accounts/0/status")).isEqualTo(itself.text("/status"));
        for (var sum : new String[] {"limit", "billed", "unbilled", "undue", "minimum_due", "credit", "claim"}) {
            assertThat(listed.amount("/accounts/0/sums/" + sum)).as(sum).isEqualTo(itself.amount("/owed/" + sum));
        }
    }

    @Test
    void the_running_cycle_shows_what_is_not_billed_yet_and_what_is_open_to_buy_on_a_day() {
        var early = LEDGER.ask("/accounts/{id}/cycle?as_of=2026-01-11", SHOPPER).ok();
        assertThat(early.text("/number")).isEqualTo("1");
        assertThat(early.text("/bill_on")).isEqualTo("2026-02-01");
        assertThat(early.json().at("/lines").size()).isEqualTo(1);
        assertThat(early.amount("/unbilled")).isEqualTo("CNY 1000.00");
        assertThat(early.amount("/available")).isEqualTo("CNY 9000.00");

        var later = LEDGER.ask("/accounts/{id}/cycle?as_of=2026-01-31", SHOPPER).ok();
        assertThat(later.json().at("/lines").size()).isEqualTo(2);
        assertThat(later.amount("/available")).isEqualTo("CNY 8700.00");
    }

    @Test
    void what_was_learned_late_is_left_out_when_only_the_earlier_is_to_be_known() {
        var then = LEDGER.ask("/accounts/{id}?as_of=2026-03-05&known_at=" + beforeTheLatePayment, SHOPPER)
                .ok();
        var now = LEDGER.ask("/accounts/{id}?as_of=2026-03-05", SHOPPER).ok();

        assertThat(number(then.amount("/owed/billed")).subtract(number(now.amount("/owed/billed"))))
                .isEqualByComparingTo("20.00");
        LEDGER.ask("/accounts/{id}?known_at=0", SHOPPER).refused(404, "ACCOUNT_NOT_FOUND");
    }

    private static BigDecimal number(String amount) {
        return new BigDecimal(amount.substring("CNY ".length()));
    }

    @Test
    void plans_are_shown_with_the_bills_that_their_periods_fall_due_with() {
        var plans = LEDGER.ask("/accounts/{id}/plans?as_of=2026-02-15", SHOPPER).ok();

        assertThat(plans.json().size()).isEqualTo(1);
        assertThat(plans.text("/0/plan_id")).isEqualTo(id(2).toString());
        assertThat(plans.json().at("/0/periods").size()).isEqualTo(2);
        assertThat(plans.text("/0/periods/0/with_bill")).isEqualTo("2");
        assertThat(plans.amount("/0/principal")).isEqualTo("CNY 200.00");
        assertThat(LEDGER.ask("/accounts/{id}/plans?as_of=2026-04-10", SHOPPER)
                        .ok()
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void the_lines_of_a_bill_make_its_sums() {
        var bill = LEDGER.ask("/accounts/{id}/bills/1", SHOPPER).ok();

        assertThat(bill.amount("/opening")).isEqualTo("CNY 0.00");
        assertThat(bill.amount("/totals/purchases")).isEqualTo("CNY 1000.00");
        assertThat(bill.amount("/totals/instalments")).isEqualTo("CNY 100.00");
        assertThat(bill.amount("/totals/fees")).isEqualTo("CNY 2.30");
        assertThat(bill.amount("/closing")).isEqualTo("CNY 1102.30");
        LEDGER.ask("/accounts/{id}/bills/99", SHOPPER).refused(404, "BILL_NOT_FOUND");
    }

    @Test
    void the_lines_of_a_statement_lead_from_its_opening_to_its_closing_balance_and_from_one_to_the_next() {
        var first =
                LEDGER.ask("/accounts/{id}/statement?to=2026-02-28", SHOPPER).ok();
        var second = LEDGER.ask("/accounts/{id}/statement?from=2026-03-01&to=2026-05-31", SHOPPER)
                .ok();

        assertThat(first.amount("/opening")).isEqualTo("CNY 0.00");
        assertThat(second.amount("/opening")).isEqualTo(first.amount("/closing"));
        for (var statement : new Answer[] {first, second}) {
            var sum = number(statement.amount("/opening"));
            for (int k = 0; k < statement.json().at("/lines").size(); k++) {
                sum = sum.add(number(statement.amount("/lines/" + k + "/amount")));
                assertThat(sum).isEqualByComparingTo(number(statement.amount("/lines/" + k + "/balance")));
            }
            assertThat(sum).isEqualByComparingTo(number(statement.amount("/closing")));
        }
        var day = LEDGER.ask("/accounts/{id}?as_of=2026-02-28", SHOPPER).ok();
        assertThat(number(first.amount("/closing")))
                .isEqualByComparingTo(number(day.amount("/owed/billed"))
                        .add(number(day.amount("/owed/unbilled")))
                        .subtract(number(day.amount("/owed/credit"))));
        assertThat(second.body()).contains("payment-return", "write-off", "claim");
        assertThat(second.amount("/closing")).isEqualTo("CNY 0.00");
    }

    @Test
    void a_spreadsheet_gets_the_same_statement_as_csv() {
        var csv = LEDGER.askFor("text/csv", "/accounts/{id}/statement?to=2026-02-28", SHOPPER)
                .ok();

        assertThat(csv.type()).startsWith("text/csv");
        var rows = csv.body().split("\r\n");
        assertThat(rows[0]).isEqualTo("date,movement,reference,text,currency,charged,credited,owed,held,claim");
        assertThat(rows[1]).isEqualTo("2026-01-05,opening-balance,,,CNY,,,0.00,,");
        assertThat(rows[2]).startsWith("2026-01-10,purchase,").endsWith(",shop order-1,CNY,1000.00,,1000.00,,");
        assertThat(rows[rows.length - 1]).startsWith("2026-02-28,closing-balance");
    }

    @Test
    void the_months_of_an_account_tell_the_register_what_was_asked_for_paid_and_late() {
        var months = LEDGER.ask("/accounts/{id}/months?from=2026-01&to=2026-05", SHOPPER)
                .ok();

        assertThat(months.json().size()).isEqualTo(5);
        assertThat(months.amount("/0/balance")).isEqualTo("CNY 1300.00");
        assertThat(months.text("/0/code")).isEqualTo("*");
        assertThat(months.amount("/1/paid")).isEqualTo("CNY 1122.30");
        assertThat(months.text("/1/code")).isEqualTo("N");
        assertThat(months.amount("/2/paid")).as("taken back").isEqualTo("CNY -1102.30");
        assertThat(months.text("/2/months_in_arrears")).isEqualTo("2");
        assertThat(months.text("/2/code")).isEqualTo("2");
        assertThat(months.text("/3/code")).isEqualTo("B");
        assertThat(months.amount("/4/paid")).isEqualTo("CNY 100.00");
        assertThat(months.text("/4/code")).isEqualTo("B");
    }
}
