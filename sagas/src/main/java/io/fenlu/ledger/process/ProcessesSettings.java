package io.fenlu.ledger.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the messengers work ({@code ledger.processes.*}).
 *
 * @param segments queues of loans that are worked at the same time; fixed when the ledger first starts, later changed only by splitting
 * @param batch facts of one queue that are worked in one transaction
 * @param answerWithin how long to wait for the answer to one order
 * @param retryEvery how often parked orders are looked through
 * @param longestLife after it people are told of a drawdown that has found no end
 */
@ConfigurationProperties("ledger.processes")
public record ProcessesSettings(
        @DefaultValue("8") int segments,
        @DefaultValue("8") int batch,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("1s") Duration retryEvery,
        @DefaultValue("30d") Duration longestLife) {}
