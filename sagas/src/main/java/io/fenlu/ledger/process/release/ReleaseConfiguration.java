package io.fenlu.ledger.process.release;

import io.fenlu.ledger.process.Messenger;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the release into the processes' event processor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
class ReleaseConfiguration {
    @Bean
    ConfigurerModule release(ObjectProvider<Messenger> messenger) {
        return configurer ->
                configurer.eventProcessing().registerEventHandler(_ -> new ReleaseShell(messenger.getObject()));
    }
}
