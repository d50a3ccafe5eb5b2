package io.fenlu.ledger.process.billday;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how bills come out by themselves ({@code ledger.accounts.*}).
 *
 * @param billDay on: whatever is due is billed without anybody asking
 * @param billDayEvery how often the diary is looked through
 * @param billsInFlight how many are asked for at once
 */
@ConfigurationProperties("ledger.accounts")
public record BillDaySettings(
        @DefaultValue("off") boolean billDay,
        @DefaultValue("10m") Duration billDayEvery,
        @DefaultValue("256") int billsInFlight) {}
