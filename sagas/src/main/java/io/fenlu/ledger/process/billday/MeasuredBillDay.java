package io.fenlu.ledger.process.billday;

import io.fenlu.ledger.process.Courier;
import io.fenlu.ledger.process.ParkedReactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The diary and its bill day beside a ledger that is measured, without other processes.
 *
 * <p>A source for a Spring application, to be added to one that has a journal. Whoever measures sits in another module and asks plain
 * functions: {@code billed}, {@code diaryRead}.
 */
@Import(BillDayConfiguration.class)
public final class MeasuredBillDay {
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    @Bean
    Courier courier(CommandGateway gateway) {
        return new Courier(gateway, ANSWER_WITHIN);
    }

    @Bean
    ParkedReactions parkedReactions(JdbcClient jdbc, Serializer serializer) {
        return new ParkedReactions(jdbc, serializer, Clock.systemUTC());
    }

    /** Bills everything that is due by a day, so many at once; answers with the figures of the report. */
    @Bean
    BiFunction<LocalDate, Integer, Map<String, Object>> billed(BillDay billDay) {
        return (day, inFlight) -> billDay.run(day, inFlight, _ -> {}).figures();
    }

    /** Waits until the diary has read every fact. */
    @Bean
    Predicate<Duration> diaryRead(org.axonframework.config.Configuration axon) {
        return DiaryReader.of(axon)::hasReadAll;
    }
}
