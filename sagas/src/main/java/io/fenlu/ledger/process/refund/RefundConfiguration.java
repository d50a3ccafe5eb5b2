package io.fenlu.ledger.process.refund;

import io.fenlu.ledger.process.Messenger;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts refunds into the processes' event processor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
class RefundConfiguration {
    @Bean
    ConfigurerModule refunds(ObjectProvider<Messenger> messenger) {
        return configurer ->
                configurer.eventProcessing().registerEventHandler(_ -> new RefundShell(messenger.getObject()));
    }
}
