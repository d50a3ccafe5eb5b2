package io.fenlu.ledger.boot;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.eventstore.EventRoot;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The families of facts that the core knows; a new family is announced here. */
@Configuration(proxyBeanMethods = false)
class CoreFacts {
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

    @Bean
    EventRoot merchantFacts() {
        return new EventRoot(MerchantEvent.class);
    }

    @Bean
    EventRoot accountFacts() {
        return new EventRoot(AccountEvent.class);
    }

    @Bean
    EventRoot signingKeyFacts() {
        return new EventRoot(SigningKeyEvent.class);
    }
}
