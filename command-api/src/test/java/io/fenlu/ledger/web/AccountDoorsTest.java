package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountDoorsTest {
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static String account() {
        var said = ledger.post(
                "/accounts",
                Samples.key(),
                "{\"borrower_id\":\"shopper-1\",\"product\":\"pay-later-card\",\"brand\":\"brand-1\",\"limit\":"
                        + cny("5000.00") + ",\"bill_day\":1,\"due_day\":9,\"opened_on\":\"2026-01-05\"}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        return "/accounts/" + said.at("/account_id");
    }

    private static String cny(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"CNY\"}";
    }

    private static String bought(String account, String order, String amount, String on, String more) {
        var said = ledger.post(
                account + "/purchases",
                Samples.key(),
                "{\"merchant\":\"shop-1\",\"order_number\":\"" + order + "\",\"amount\":" + cny(amount)
                        + ",\"posted_on\":\"" + on + "\"" + more + "}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        return said.at("/entry_id");
    }

    @Test
    void what_is_bought_is_billed_and_paid_and_a_bill_that_nobody_asked_for_comes_with_the_payment() {
        var account = account();
        bought(account, "order-1", "300.00", "2026-01-06", "");
        bought(account, "order-2", "1200.00", "2026-01-07", ",\"periods\":12");

        var paid = ledger.post(
                account + "/payments",
                Samples.key(),
                "{\"amount\":" + cny("407.50") + ",\"source\":\"card-1\",\"paid_on\":\"2026-02-09\"}");

        assertThat(paid.status()).as(paid.text()).isEqualTo(201);
        assertThat(paid.at("/facts/0")).isEqualTo("account.bill-issued");
        assertThat(paid.at("/facts/1")).isEqualTo("account.payment-received");
        assertThat(paid.at("/bills/0/closing/amount")).isEqualTo("407.50");
        assertThat(paid.at("/balances/billed/amount")).isEqualTo("0.00");
        assertThat(paid.at("/balances/undue/amount")).isEqualTo("1100.00");
    }

    @Test
    void every_other_door_leads_to_its_order() {
        var account = account();
        var purchase = bought(account, "order-1", "300.00", "2026-01-06", "");
        var hold = said(
                account + "/authorisations",
                "{\"merchant\":\"shop-1\",\"order_number\":\"order-9\",\"amount\":" + cny("10.00")
                        + ",\"expires_on\":\"2026-01-20\",\"authorised_on\":\"2026-01-06\"}");
        said(account + "/authorisation-voids", "{\"authorisation_id\":\"" + hold + "\",\"voided_on\":\"2026-01-07\"}");
        said(
                account + "/refunds",
                "{\"purchase_id\":\"" + purchase + "\",\"merchant\":\"shop-1\",\"amount\":" + cny("20.00")
                        + ",\"to\":\"payer\",\"refunded_on\":\"2026-01-08\"}");
        var dispute = said(
                account + "/chargebacks",
                "{\"purchase_id\":\"" + purchase + "\",\"amount\":" + cny("30.00")
                        + ",\"reason\":\"not delivered\",\"charged_back_on\":\"2026-01-09\"}");
        said(
                account + "/chargeback-reversals",
                "{\"chargeback_id\":\"" + dispute + "\",\"reason\":\"delivered\",\"reversed_on\":\"2026-01-10\"}");
        said(
                account + "/limit-changes",
                "{\"limit\":" + cny("6000.00") + ",\"reason\":\"review\",\"changed_on\":\"2026-01-11\"}");
        said(account + "/bills", "{\"on\":\"2026-02-01\"}");
        var plan = said(
                account + "/bills/1/conversions",
                "{\"amount\":" + cny("150.00") + ",\"periods\":3,\"converted_on\":\"2026-02-02\"}");
        said(account + "/plan-settlements", "{\"plan_id\":\"" + plan + "\",\"settled_on\":\"2026-02-03\"}");
        said(account + "/billing-days", "{\"bill_day\":20,\"due_day\":10,\"changed_on\":\"2026-02-04\"}");
        said(account + "/payments", "{\"amount\":" + cny("500.00") + ",\"paid_on\":\"2026-02-05\"}");
        said(account + "/closing-requests", "{\"reason\":\"asked\",\"requested_on\":\"2026-02-06\"}");
        said(
                account + "/credit-returns",
                "{\"amount\":" + cny("216.55") + ",\"bank_reference\":\"bank-1\",\"returned_on\":\"2026-02-06\"}");
        said(account + "/closures", "{\"closed_on\":\"2026-02-20\"}");
        assertThat(ledger.post(account + "/payments", Samples.key(), "{\"amount\":" + cny("1.00") + "}")
                        .code())
                .isEqualTo("ACCOUNT_CLOSED");
    }

    private static String said(String path, String body) {
        var said = ledger.post(path, Samples.key(), body);
        assertThat(said.status()).as("%s: %s", path, said.text()).isEqualTo(201);
        return said.at("/entry_id");
    }

    @Test
    void a_balance_kept_elsewhere_is_taken_over_first() {
        var account = account();
        said(account + "/balances", "{\"amount\":" + cny("-12.00") + ",\"taken_over_on\":\"2026-01-05\"}");
        assertThat(ledger.post(account + "/balances", Samples.key(), "{\"amount\":" + cny("5.00") + "}")
                        .code())
                .isEqualTo("TAKE_OVER_NOT_FIRST");
    }

    @Test
    void what_an_account_refuses_is_refused_by_name() {
        var account = account();
        var said = ledger.post(
                account + "/purchases",
                Samples.key(),
                "{\"merchant\":\"shop-1\",\"order_number\":\"order-1\",\"amount\":" + cny("5000.01")
                        + ",\"posted_on\":\"2026-01-06\"}");
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.code()).isEqualTo("OPEN_TO_BUY_EXCEEDED");
        var unknown = ledger.post(
                "/accounts/00000000-0000-7000-8000-000000000000/payments",
                Samples.key(),
                "{\"amount\":" + cny("1.00") + "}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("ACCOUNT_NOT_FOUND");
    }

    @Test
    void a_payment_goes_back_a_fee_is_waived_and_what_is_left_is_written_off_and_recovered_in_part() {
        var account = account();
        bought(account, "order-1", "1000.00", "2026-01-06", "");
        var paid = said(account + "/payments", "{\"amount\":" + cny("400.00") + ",\"paid_on\":\"2026-02-05\"}");
        said(
                account + "/payment-returns",
                "{\"payment_id\":\"" + paid + "\",\"reason\":\"no cover\",\"returned_on\":\"2026-02-07\"}");
        said(account + "/bills", "{\"on\":\"2026-03-01\"}");
        var waived = ledger.post(
                account + "/waivers",
                Samples.key(),
                "{\"bucket\":\"penalty\",\"reason\":\"goodwill\",\"waived_on\":\"2026-03-02\"}");
        assertThat(waived.status()).as(waived.text()).isEqualTo(201);
        assertThat(waived.at("/facts/0")).isEqualTo("account.charges-waived");
        assertThat(waived.json().has("claim")).isFalse();

        var off = ledger.post(
                account + "/write-offs",
                Samples.key(),
                "{\"reason\":\"nobody to be found\",\"written_off_on\":\"2026-03-03\"}");
        assertThat(off.status()).as(off.text()).isEqualTo(201);
        assertThat(off.at("/balances/billed/amount")).isEqualTo("0.00");
        var claim = new BigDecimal(off.at("/balances/claim/amount"));
        assertThat(claim).isGreaterThan(new BigDecimal("1000.00"));

        var recovered = ledger.post(
                account + "/payments", Samples.key(), "{\"amount\":" + cny("100.00") + ",\"paid_on\":\"2026-03-04\"}");
        assertThat(new BigDecimal(recovered.at("/balances/claim/amount")))
                .isEqualByComparingTo(claim.subtract(new BigDecimal("100.00")));
        assertThat(recovered.at("/allocation/0/bill")).isEqualTo("0");
    }
}
