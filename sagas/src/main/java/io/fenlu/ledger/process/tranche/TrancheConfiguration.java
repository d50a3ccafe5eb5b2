package io.fenlu.ledger.process.tranche;

import io.fenlu.ledger.process.Messenger;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the payout of tranches into the processes' event processor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
class TrancheConfiguration {
    @Bean
    ConfigurerModule tranches(ObjectProvider<Messenger> messenger) {
        return configurer ->
                configurer.eventProcessing().registerEventHandler(_ -> new TrancheShell(messenger.getObject()));
    }
}
