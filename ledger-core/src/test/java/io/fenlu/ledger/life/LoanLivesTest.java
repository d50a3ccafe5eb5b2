package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.product.Catalogue;
import io.fenlu.ledger.product.ProductTerms;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoanLivesTest {
    private static final int LIVES = 1_000;
    private static final int LIVES_OF_ANY_TERMS = Histories.of(4_000);

    static Stream<ProductTerms> rows() {
        return Catalogue.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_life_of_a_product_keeps_its_books_and_ends_settled(ProductTerms row) {
        for (int seed = 0; seed < Histories.of(LIVES); seed++) {
            mustLive(LoanPlan.of(seed, row));
        }
    }

    @Test
    void any_terms_keep_their_books_and_end_settled() {
        for (int seed = 0; seed < LIVES_OF_ANY_TERMS; seed++) {
            mustLive(LoanPlan.of(seed, Draws.terms(new Dice(seed))));
        }
    }

    @Test
    void the_lives_visit_the_corners() {
        var plans = Stream.iterate(0L, seed -> seed + 1)
                .limit(LIVES)
                .map(seed -> LoanPlan.of(seed, Catalogue.rows().getFirst()))
                .toList();
        assertThat(plans).anyMatch(plan -> plan.agreement().principal().minor() == 1);
        assertThat(plans).anyMatch(plan -> plan.agreement().rate().isZero());
        assertThat(plans).anyMatch(plan -> plan.agreement().instalments() == 480);
        assertThat(plans).anyMatch(plan -> plan.agreement().instalments() == 1);
        assertThat(plans)
                .anyMatch(plan -> plan.agreement().principal().currency().digits() == 0);
        assertThat(plans).anyMatch(plan -> plan.paidOutOn().toString().equals("2024-02-29"));
        assertThat(plans).anyMatch(plan -> plan.agreement().funding().shares().size() == 4);
    }

    private static void mustLive(LoanPlan plan) {
        var failure = failure(plan);
        if (failure == null) {
            return;
        }
        var smallest = plan;
        for (int k = plan.steps().size() - 1; k >= 0 && Histories.areAll(); k--) {
            var smaller = smallest.without(k);
            var still = failure(smaller);
            if (still != null) {
                smallest = smaller;
                failure = still;
            }
        }
        throw new AssertionError("the smallest history that fails: " + smallest, failure);
    }

    private static @Nullable Throwable failure(LoanPlan plan) {
        try {
            LoanLife.live(plan);
            return null;
        } catch (RuntimeException | AssertionError found) {
            return found;
        }
    }
}
