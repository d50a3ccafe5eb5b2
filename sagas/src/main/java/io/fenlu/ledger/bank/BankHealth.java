package io.fenlu.ledger.bank;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says at {@code /actuator/health} which bank pays out and how many payouts wait for its final answer; waiting is no illness. */
final class BankHealth implements HealthIndicator {
    private final Payouts payouts;
    private final BankSettings settings;

    BankHealth(Payouts payouts, BankSettings settings) {
        this.payouts = payouts;
        this.settings = settings;
    }

    @Override
    public Health health() {
        var bank = settings.url();
        var health = Health.up()
                .withDetail(
                        "bank", bank == null ? "none is configured (ledger.bank.url): payouts wait" : bank.toString())
                .withDetail("waiting", payouts.count());
        payouts.oldest().ifPresent(since -> health.withDetail("oldest_since", since.toString()));
        return health.build();
    }
}
