package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.eventstore.EventRoot;
import io.fenlu.ledger.loan.LoanEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The families of facts that the aggregates leave behind. */
@Configuration(proxyBeanMethods = false)
class FactFamilies {
    @Bean
    EventRoot creditLineFacts() {
        return new EventRoot(CreditLineEvent.class);
    }

    @Bean
    EventRoot loanFacts() {
        return new EventRoot(LoanEvent.class);
    }

    @Bean
    EventRoot disbursementFacts() {
        return new EventRoot(DisbursementEvent.class);
    }
}
