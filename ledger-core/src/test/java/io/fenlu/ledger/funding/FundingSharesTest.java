package io.fenlu.ledger.funding;

import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.life.Draws;
import io.fenlu.ledger.life.Histories;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FundingSharesTest {
    private static final LenderId BANK = new LenderId("bank");
    private static final LenderId PARTNER = new LenderId("partner");
    private static final FundingShares SEVENTY_THIRTY =
            new FundingShares(List.of(new FundingShare(BANK, 700_000), new FundingShare(PARTNER, 300_000)), PARTNER);

    private static FundedAmount part(LenderId lender, String amount) {
        return new FundedAmount(lender, Bucket.PRINCIPAL, yuan(amount));
    }

    @Test
    void each_lender_gets_its_part_and_one_of_them_what_does_not_divide() {
        assertThat(SEVENTY_THIRTY.split(Bucket.PRINCIPAL, yuan("1000.00")))
                .containsExactly(part(BANK, "700.00"), part(PARTNER, "300.00"));
        assertThat(SEVENTY_THIRTY.split(Bucket.PRINCIPAL, yuan("0.03")))
                .containsExactly(part(BANK, "0.02"), part(PARTNER, "0.01"));
        assertThat(SEVENTY_THIRTY.split(Bucket.PRINCIPAL, yuan("0.01"))).containsExactly(part(PARTNER, "0.01"));
    }

    @Test
    void a_hundred_repayments_of_a_fen_are_split_as_one_of_a_yuan() {
        var bank = Money.zero(Currency.CNY);
        for (int k = 0; k < 100; k++) {
            for (var part : SEVENTY_THIRTY.split(Bucket.PRINCIPAL, new Money(k, Currency.CNY), yuan("0.01"))) {
                bank = part.lender().equals(BANK) ? bank.plus(part.amount()) : bank;
            }
        }
        assertThat(bank).isEqualTo(yuan("0.70"));
    }

    @Test
    void parts_sum_to_the_whole_are_never_negative_and_steps_end_where_one_step_does() {
        for (int seed = 0; seed < Histories.of(3_000); seed++) {
            var dice = new Dice(seed);
            var shares = Draws.funding(dice);
            var paid = Money.zero(Currency.CNY);
            Map<LenderId, Long> inSteps = new HashMap<>();
            for (int step = 0; step < 20; step++) {
                var amount = new Money(dice.oneOf(1L, 2L, 3L, dice.between(1L, 10_000L)), Currency.CNY);
                long sum = 0;
                for (var part : shares.split(Bucket.INTEREST, paid, amount)) {
                    assertThat(part.amount().isPositive())
                            .as("seed %s: %s", seed, part)
                            .isTrue();
                    assertThat(part.bucket()).isEqualTo(Bucket.INTEREST);
                    inSteps.merge(part.lender(), part.amount().minor(), Long::sum);
                    sum += part.amount().minor();
                }
                assertThat(sum).as("seed %s", seed).isEqualTo(amount.minor());
                paid = paid.plus(amount);
            }
            Map<LenderId, Long> atOnce = new HashMap<>();
            shares.split(Bucket.INTEREST, paid)
                    .forEach(part -> atOnce.put(part.lender(), part.amount().minor()));
            assertThat(inSteps).as("seed %s", seed).isEqualTo(atOnce);
            mustBeFair(shares, paid, atOnce);
        }
    }

    /** Nobody is further from the exact part than as many fen as there are lenders. */
    private static void mustBeFair(FundingShares shares, Money paid, Map<LenderId, Long> parts) {
        for (var share : shares.shares()) {
            var exact = paid.minor() * share.partsPerMillion() / 1_000_000;
            assertThat(parts.getOrDefault(share.lender(), 0L)).isBetween(exact - 4, exact + 4);
        }
    }

    @Test
    void nothing_is_split_into_nothing() {
        assertThat(SEVENTY_THIRTY.split(Bucket.PENALTY, yuan("0.00"))).isEmpty();
    }
}
