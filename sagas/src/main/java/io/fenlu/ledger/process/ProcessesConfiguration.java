package io.fenlu.ledger.process;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all processes share: the courier, the table of parked orders, the event processor. Absent where {@code ledger.processes.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ProcessesSettings.class)
class ProcessesConfiguration {
    @Bean
    Courier courier(CommandGateway gateway, ProcessesSettings settings) {
        return new Courier(gateway, settings.answerWithin());
    }

    @Bean
    ParkedReactions parkedReactions(JdbcClient jdbc, Serializer serializer, ObjectProvider<Clock> clock) {
        return new ParkedReactions(jdbc, serializer, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Messenger messenger(Courier courier, ParkedReactions parked) {
        return new Messenger(courier, parked);
    }

    @Bean
    ParkedRounds parkedRounds(ParkedReactions parked, Messenger messenger, List<Messenger.Knowing> knowing) {
        return new ParkedRounds(parked, messenger, Messenger.Knowing.anyOf(knowing));
    }

    @Bean
    Rounds parkedRetries(ParkedRounds rounds, ProcessesSettings settings) {
        return new Rounds("parked-retries", settings.retryEvery(), rounds::round);
    }

    @Bean
    ConfigurerModule processesGroup(ProcessesSettings settings) {
        return new ProcessesGroup(settings);
    }

    @Bean
    ProcessesHealth processesHealthIndicator(ParkedReactions parked) {
        return new ProcessesHealth(parked);
    }
}
