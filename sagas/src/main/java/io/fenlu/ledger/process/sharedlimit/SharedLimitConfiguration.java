package io.fenlu.ledger.process.sharedlimit;

import io.fenlu.ledger.process.Messenger;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the shared limits into the processes' event processor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
class SharedLimitConfiguration {
    @Bean
    SharedLimits sharedLimits(JdbcClient jdbc) {
        return new SharedLimits(jdbc);
    }

    @Bean
    ConfigurerModule sharedLimitShell(ObjectProvider<SharedLimits> limits, ObjectProvider<Messenger> messenger) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(_ -> new SharedLimitShell(limits.getObject(), messenger.getObject()));
    }
}
