package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense at every door of a running loan. */
class LoanLifeNonsenseTest {
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static void refused(String loan, String what, String code, String body) {
        var said = ledger.post(loan + "/" + what, Samples.key(), body);
        assertThat(said.code()).as("%s: %s", what, said.text()).isEqualTo(code);
        assertThat(said.status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tranches",
                "third-party-payments",
                "refinancings",
                "recoveries",
                "overpayment-returns",
                "fees",
                "waivers",
                "withdrawals",
                "rate-changes",
                "interest-pauses",
                "interest-resumptions",
                "due-date-moves",
                "restructurings",
                "misuse-reports",
                "charge-offs",
                "sales",
                "reversals",
                "disbursement-returns",
                "billings",
                "penalty-charges",
                "month-ends",
                "refunds",
                "credit-settlements",
                "remittances",
                "provisions",
                "closures"
            })
    void no_door_takes_what_it_does_not_know_or_ends_in_a_fault(String what) {
        var unknown = "/loans/019a0000-0000-7000-8000-000000000001";
        refused(unknown, what, "BODY_MALFORMED", "{\"colour\":\"red\"}");
        refused("/loans/not-a-loan", what, "ID_NOT_A_UUID", "{}");
        for (var body :
                List.of("{}", "[]", "{\"on\":\"2026-13-01\"}", "{\"on\":\"9999-01-01\"}", "{\"on\":7}", "null", "")) {
            var said = ledger.post(unknown + "/" + what, Samples.key(), body);
            assertThat(said.status()).as("%s %s: %s", what, body, said.text()).isBetween(400, 499);
        }
    }
}
