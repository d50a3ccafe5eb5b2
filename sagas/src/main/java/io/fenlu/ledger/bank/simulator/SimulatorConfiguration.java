package io.fenlu.ledger.bank.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;

/** Starts the simulated bank beside the ledger, in the sample run only; its properties make it the ledger's bank. */
@Configuration(proxyBeanMethods = false)
@Profile("sample")
@PropertySource("classpath:bank-simulator.properties")
class SimulatorConfiguration {
    @Bean
    BankSimulator bankSimulator(
            @Value("${ledger.bank.simulator.port}") int port,
            @Value("${ledger.bank.simulator.ledger-url}") URI ledger,
            @Value("${ledger.bank.simulator.lateness:5s}") Duration lateness,
            @Value("${ledger.zone:Asia/Shanghai}") ZoneId zone,
            ObjectProvider<Clock> clock) {
        var time = clock.getIfAvailable(Clock::systemUTC).withZone(zone);
        return new BankSimulator(new BankSimulator.Setting(port, () -> ledger, lateness, () -> LocalDate.now(time)));
    }
}
