package io.fenlu.ledger.process.comeback;

import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.process.merchantpayout.MerchantPayouts;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what comes back into the processes' event processor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
class ComebackConfiguration {
    @Bean
    Messenger.Knowing comebackRefusals() {
        return ComebackProcess::insteadOf;
    }

    @Bean
    ConfigurerModule comebacks(ObjectProvider<Messenger> messenger, ObjectProvider<MerchantPayouts> merchants) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(_ -> new ComebackShell(messenger.getObject(), merchants.getObject()));
    }
}
