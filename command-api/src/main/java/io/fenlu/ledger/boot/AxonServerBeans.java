package io.fenlu.ledger.boot;

import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What differs when Axon Server keeps the facts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class AxonServerBeans {
    /** A command holds its aggregate until the server has its facts. */
    @Bean
    LockFactory aggregateLocks() {
        return PessimisticLockFactory.usingDefaults();
    }
}
