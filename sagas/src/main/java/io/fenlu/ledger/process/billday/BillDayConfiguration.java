package io.fenlu.ledger.process.billday;

import io.fenlu.ledger.process.Courier;
import io.fenlu.ledger.process.ParkedReactions;
import io.fenlu.ledger.process.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.config.ConfigurerModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The diary of bills and who looks through it; bills come out by themselves where {@code ledger.accounts.bill-day} is on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "ledger.processes.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BillDaySettings.class)
class BillDayConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(BillDay.class);

    @Bean
    BillDiary billDiary(JdbcTemplate jdbc) {
        return new BillDiary(jdbc);
    }

    @Bean
    ConfigurerModule billDiaryGroup(ObjectProvider<BillDiary> diary) {
        return new BillDiaryGroup(diary::getObject);
    }

    @Bean
    BillDay billDay(
            BillDiary diary,
            org.axonframework.config.Configuration axon,
            Courier courier,
            ParkedReactions parked,
            @Value("${ledger.zone:Asia/Shanghai}") ZoneId zone,
            ObjectProvider<Clock> clock) {
        var time = clock.getIfAvailable(Clock::systemUTC).withZone(zone);
        return new BillDay(diary, DiaryReader.of(axon), courier, parked, () -> LocalDate.now(time));
    }

    /** Always there, because words like {@code on} are no condition for Spring; without the word it walks for nothing. */
    @Bean
    Rounds billDayRounds(BillDay billDay, BillDaySettings settings) {
        return new Rounds(
                "bill-day", settings.billDayEvery(), settings.billDay() ? () -> bill(billDay, settings) : () -> {});
    }

    private static void bill(BillDay billDay, BillDaySettings settings) {
        var done = billDay.run(billDay.today(), settings.billsInFlight(), LOG::info);
        if (done.due() > 0) {
            LOG.info("{}", done.line());
        }
    }
}
