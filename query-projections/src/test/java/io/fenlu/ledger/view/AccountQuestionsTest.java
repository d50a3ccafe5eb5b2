package io.fenlu.ledger.view;

import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountOrders;
import io.fenlu.ledger.story.AccountStory;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about accounts that nobody asks by mistake: each is answered by name. */
class AccountQuestionsTest {
    private static final TestLedger LEDGER = new TestLedger();
    private static final UUID SHOPPER = AccountOrders.ACCOUNT.value();

    @BeforeAll
    static void tell() {
        var card = AccountOrders.agreement(PayLater.CARD, "500.00", new BillingDays(1, 9));
        LEDGER.append(AccountStory.of(card, "2026-01-05").events());
        LEDGER.catchUp();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts?status=sleeping",
                "/accounts?limit=0",
                "/accounts?limit=501",
                "/accounts?limit=many",
                "/accounts?after=-1",
                "/accounts?after=99999999999999999999",
                "/accounts?borrower_id=",
                "/accounts?brand=two words",
                "/accounts?colour=red",
                "/accounts/{id}?as_of=yesterday",
                "/accounts/{id}?as_of=9999-12-31",
                "/accounts/{id}?known_at=tomorrow",
                "/accounts/{id}/cycle?as_of=2026-02-30",
                "/accounts/{id}/plans?as_of=1000-01-01",
                "/accounts/{id}/bills?known_at=-1",
                "/accounts/{id}/bills/one",
                "/accounts/{id}/bills/99999999999",
                "/accounts/{id}/statement?from=2026-03-01&to=2026-02-01",
                "/accounts/{id}/statement?from=0000-01-01",
                "/accounts/{id}/months?from=2026-13",
                "/accounts/{id}/months?from=2026-05&to=2026-04",
                "/accounts/{id}/months?from=1900-01&to=2026-05",
                "/accounts/{id}/months?to=%2B99999-01",
                "/accounts/not-an-account"
            })
    void a_question_that_cannot_be_understood_is_refused_as_that(String question) {
        var said = question.contains("{id}") ? LEDGER.ask(question, SHOPPER) : LEDGER.ask(question);
        said.refused(400, "PARAMETER_MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cycle", "/plans", "/bills", "/bills/1", "/statement", "/months"})
    void an_account_that_nobody_opened_is_not_found(String of) {
        LEDGER.ask("/accounts/{id}" + of, new UUID(0, 99)).refused(404, "ACCOUNT_NOT_FOUND");
    }

    @Test
    void a_day_as_far_as_the_ledger_keeps_days_is_answered() {
        for (var of : new String[] {"?", "/cycle?", "/plans?"}) {
            LEDGER.ask("/accounts/{id}" + of + "as_of=2199-12-31", SHOPPER).ok();
        }
        LEDGER.ask("/accounts/{id}/statement?from=1900-01-01&to=2199-12-31", SHOPPER)
                .ok();
    }
}
