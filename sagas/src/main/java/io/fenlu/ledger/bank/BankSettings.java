package io.fenlu.ledger.bank;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which bank pays out, and how patiently it is asked ({@code ledger.bank.*}).
 *
 * @param url where the bank listens; without it every payout waits
 * @param connectWithin how long to try to reach it
 * @param answerWithin how long to wait for one answer
 * @param askEvery how often the table of payouts is looked through
 * @param firstWait before asking again the first time; doubled each time after
 * @param longestWait the most between two questions
 * @param longestLife after it people are told, and the bank is only asked, never sent anew
 */
@ConfigurationProperties("ledger.bank")
public record BankSettings(
        @Nullable URI url,
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("500ms") Duration askEvery,
        @DefaultValue("1s") Duration firstWait,
        @DefaultValue("10m") Duration longestWait,
        @DefaultValue("14d") Duration longestLife) {}
