package io.fenlu.ledger.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.eventstore.EventCatalogue;
import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;

class CoreFactsTest {
    private static final EventCatalogue CATALOGUE = EventCatalogue.of(List.of(
            CreditLineEvent.class,
            LoanEvent.class,
            DisbursementEvent.class,
            AccountEvent.class,
            MerchantEvent.class,
            SigningKeyEvent.class));

    @Test
    void every_fact_of_the_core_can_be_read_and_a_fact_with_nothing_in_it_is_refused() {
        assertThat(CATALOGUE.facts()).isNotEmpty();
        CATALOGUE
                .facts()
                .values()
                .forEach(fact -> assertThatThrownBy(() -> LedgerJson.mapper().readValue("{}", fact))
                        .as(fact.getName())
                        .isInstanceOf(MismatchedInputException.class)
                        .isNotInstanceOf(InvalidDefinitionException.class));
    }
}
