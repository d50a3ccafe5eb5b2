package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.TimeOrderedIds;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes back to borrowers, on to funders and aside for losses, asked for over HTTP. */
class LoanSettlementDoorsTest {
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static OpenLedger.Said post(String loan, String what, String body) {
        return ledger.post("/loans/" + loan + "/" + what, Samples.key(), body);
    }

    private static String sum(String amount, String on) {
        return "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"CNY\"},\"on\":\"" + on + "\"}";
    }

    @Test
    void credit_goes_back_only_where_some_is_held() {
        var loan = Samples.paidOutLoan(ledger, "1200.00");
        assertThat(post(loan, "refunds", sum("1.00", "2026-01-06")).code()).isEqualTo("NO_CREDIT_HELD");
        var nothing = post(loan, "credit-settlements", "{\"on\":\"2026-01-06\"}");
        assertThat(nothing.status()).as(nothing.text()).isEqualTo(200);
    }

    @Test
    void a_month_end_provides_for_losses_by_the_class_of_the_day_once() {
        var loan = Samples.paidOutLoan(ledger, "1200.00");
        assertThat(post(loan, "provisions", "{\"on\":\"2026-01-30\"}").code()).isEqualTo("PROVISION_WITHIN_A_MONTH");
        var normal = post(loan, "provisions", "{\"on\":\"2026-01-31\"}");
        assertThat(normal.status()).as(normal.text()).isEqualTo(201);
        var again = post(loan, "provisions", "{\"on\":\"2026-01-31\"}");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().at("/already_done").asBoolean(false)).isTrue();
        assertThat(post(loan, "provisions", "{\"on\":\"2026-02-28\"}").status()).isEqualTo(201);
    }

    @Test
    void a_lender_that_funds_alone_is_no_funder_to_be_paid() {
        var loan = Samples.paidOutLoan(ledger, "1200.00");
        var body = "{\"funder\":\"fenlu-lender\",\"bank_reference\":\"b-1\","
                + sum("1.00", "2026-01-06").substring(1);
        assertThat(post(loan, "remittances", body).code()).isEqualTo("FUNDER_NOT_OWED");
    }

    private static OpenLedger.Said outcome(String disbursement, String body) {
        return ledger.post("/disbursements/" + disbursement + "/outcomes", Samples.key(), body);
    }

    @Test
    void a_bank_sends_back_only_what_it_paid_and_once() {
        var payout = Samples.instructedDisbursement(ledger);
        var back = "{\"outcome\":\"returned\",\"bank_reference\":\"back-1\",\"returned_on\":\"2026-01-08\"}";
        assertThat(outcome(payout, back).code()).isEqualTo("DISBURSEMENT_NOT_PAID");
        var paid = "{\"outcome\":\"paid\",\"bank_reference\":\"bank-1\",\"paid_on\":\"2026-01-06\"}";
        assertThat(outcome(payout, paid).status()).isEqualTo(201);
        assertThat(outcome(payout, "{\"outcome\":\"returned\"}").code()).isEqualTo("FIELD_MISSING");
        assertThat(outcome(payout, back.replace("2026-01-08", "2026-01-04")).code())
                .isEqualTo("OUTCOME_BEFORE_INSTRUCTION");
        var returned = outcome(payout, back);
        assertThat(returned.status()).as(returned.text()).isEqualTo(201);
        assertThat(returned.at("/outcome")).isEqualTo("returned");
        assertThat(returned.at("/bank_reference")).isEqualTo("back-1");
        assertThat(returned.at("/on")).isEqualTo("2026-01-08");
        assertThat(outcome(payout, back).status()).isEqualTo(200);
        assertThat(outcome(payout, paid).at("/outcome")).isEqualTo("returned");
    }

    @Test
    void one_word_for_two_loans_names_two_entries_and_an_id_names_its_own() {
        var one = Samples.paidOutLoan(ledger, "1200.00");
        var other = Samples.paidOutLoan(ledger, "1200.00");
        var body = "{\"reason\":\"agreed with the borrower\",\"on\":\"2026-01-10\"}";

        var first = ledger.post("/loans/" + one + "/interest-pauses", "pause-of-january", body);
        var second = ledger.post("/loans/" + other + "/interest-pauses", "pause-of-january", body);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.at("/entry_id")).isNotEqualTo(first.at("/entry_id"));
        assertThat(ledger.post("/loans/" + one + "/interest-pauses", "pause-of-january", body)
                        .text())
                .isEqualTo(first.text());

        var id = TimeOrderedIds.next().toString();
        var resumed = ledger.post("/loans/" + one + "/interest-resumptions", id, "{\"on\":\"2026-01-11\"}");
        assertThat(resumed.at("/entry_id")).isEqualTo(id);
    }
}
