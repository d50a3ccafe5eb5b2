package io.fenlu.ledger.bank;

import io.fenlu.ledger.process.Courier;
import io.fenlu.ledger.process.ParkedReactions;
import io.fenlu.ledger.process.Rounds;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connects the ledger with its bank, when {@code ledger.bank.url} names one; without it payouts are written down and wait. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BankSettings.class)
class BankConfiguration {
    private static final String WALK = "payoutWalk";

    /** Asked of each bean, not of a class of beans: those are asked before the sample run's bank has told its address. */
    private static final String URL = "ledger.bank.url";

    @Bean
    Payouts payouts(JdbcClient jdbc, ObjectProvider<Clock> clock) {
        return new Payouts(jdbc, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ConfigurerModule payoutsGroup(
            ObjectProvider<Payouts> payouts,
            ObjectProvider<ParkedReactions> parked,
            @Qualifier(WALK) ObjectProvider<Rounds> walk) {
        return new PayoutsGroup(() ->
                new PayoutDispatcher(payouts.getObject(), parked.getObject(), () -> walk.ifAvailable(Rounds::call)));
    }

    @Bean
    BankHealth bankHealthIndicator(Payouts payouts, BankSettings settings) {
        return new BankHealth(payouts, settings);
    }

    @Bean
    @ConditionalOnProperty(URL)
    PayoutPort payoutPort(BankSettings settings) {
        URI bank = Objects.requireNonNull(settings.url());
        return new HttpPayoutPort(bank, settings.connectWithin(), settings.answerWithin());
    }

    @Bean
    @ConditionalOnProperty(URL)
    PayoutRounds payoutRounds(
            Payouts payouts,
            PayoutPort bank,
            Courier courier,
            ParkedReactions parked,
            BankSettings settings,
            ObjectProvider<Clock> clock) {
        return new PayoutRounds(payouts, bank, courier, parked, settings, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean(WALK)
    @ConditionalOnProperty(URL)
    Rounds payoutWalk(PayoutRounds rounds, BankSettings settings) {
        return new Rounds("payouts", settings.askEvery(), rounds::round);
    }
}
