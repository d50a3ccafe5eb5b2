package io.fenlu.ledger.process.merchantpayout;

import io.fenlu.ledger.process.Messenger;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the payout of merchants into the processes' event processor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
class MerchantPayoutConfiguration {
    @Bean
    MerchantPayouts merchantPayouts(JdbcClient jdbc) {
        return new MerchantPayouts(jdbc);
    }

    @Bean
    MerchantDebts merchantDebts(JdbcClient jdbc) {
        return new MerchantDebts(jdbc);
    }

    @Bean
    Messenger.Knowing merchantRefusals() {
        return MerchantPayoutProcess::insteadOf;
    }

    @Bean
    ConfigurerModule merchantPayoutShell(
            ObjectProvider<MerchantPayouts> payouts,
            ObjectProvider<MerchantDebts> debts,
            ObjectProvider<Messenger> messenger) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(
                        _ -> new MerchantPayoutShell(payouts.getObject(), debts.getObject(), messenger.getObject()));
    }
}
