package io.fenlu.ledger.process.drawdown;

import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.process.ProcessesSettings;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the drawdown's saga into the processes' event processor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
class DrawdownConfiguration {
    @Bean
    Messenger.Knowing drawdownRefusals() {
        return DrawdownProcess::insteadOf;
    }

    @Bean
    ConfigurerModule drawdown(ProcessesSettings settings, ObjectProvider<Messenger> messenger) {
        return new DrawdownModule(new DrawdownProcess(settings.longestLife()), messenger::getObject);
    }
}
