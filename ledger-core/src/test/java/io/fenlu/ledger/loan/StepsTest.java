package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a long life say the same as a plain list of them, wherever in it they stand. */
class StepsTest {
    private static final LocalDate DAY = LocalDate.parse("2024-01-01");
    private static final LoanPosition NOTHING =
            LoanPosition.nothing(agreement(TermsRow.equalPrincipal().terms(), "1200.00", "0.12", 3), DAY);

    private static Step payment(long id) {
        return payment(new UUID(7, id));
    }

    private static Step payment(UUID id) {
        var entry = new Payment(new EntryId(id), Payer.BORROWER, null, yuan("1.00"), DAY);
        return new Step(entry, NOTHING, List.of(), yuan("0.00"), List.of(), false, null);
    }

    private static List<Step> payments(int many) {
        var all = new ArrayList<Step>();
        for (int k = 0; k < many; k++) {
            all.add(payment(k));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 100, 300})
    void every_payment_of_a_life_is_found_and_no_other(int many) {
        var life = payments(many);
        var steps = Steps.of(life);
        assertThat(steps).isEqualTo(life).hasSize(many);
        for (var step : life) {
            assertThat(steps.find(step.entry().id())).containsSame(step);
        }
        assertThat(steps.find(new EntryId(new UUID(7, many)))).isEmpty();
    }

    /** Ids that begin with their time come nearly in order, others in none; the earlier half of either may be below zero. */
    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 100, 300})
    void every_payment_is_found_whatever_its_id_begins_with(int many) {
        var random = new Random(20261201);
        var steps = Steps.NONE;
        for (int k = 0; k < many; k++) {
            var begins = k % 3 == 0 ? random.nextLong() : k + random.nextInt(5);
            steps = steps.plus(payment(new UUID(begins, random.nextLong())));
        }
        for (var step : steps) {
            var id = step.entry().id().value();
            assertThat(steps.find(new EntryId(id))).containsSame(step);
            assertThat(steps.find(new EntryId(new UUID(~id.getMostSignificantBits(), id.getLeastSignificantBits()))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 100})
    void a_life_goes_on_from_any_day_without_changing_what_it_was(int many) {
        var life = payments(many);
        var steps = Steps.of(life);
        for (int first = 0; first <= many; first++) {
            var other = payment(1_000);
            var then = steps.first(first).plus(other).plus(payment(1_001));
            var expected = new ArrayList<>(life.subList(0, first));
            expected.add(other);
            expected.add(payment(1_001));
            assertThat(then).isEqualTo(expected);
            assertThat(then.find(other.entry().id())).containsSame(other);
            for (int gone = first; gone < many; gone++) {
                assertThat(then.find(life.get(gone).entry().id())).isEmpty();
            }
        }
        assertThat(steps).isEqualTo(life);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 31, 32, 63, 64, 90})
    void a_closed_month_stays_closed_until_a_later_one_is(int before) {
        var january = monthEnd("2024-01-31");
        var steps = Steps.of(payments(before)).plus(january);
        assertThat(steps.first(before).closedThrough()).isNull();
        for (int k = 0; k < 70; k++) {
            assertThat(steps.closedThrough()).isEqualTo("2024-01-31");
            steps = steps.plus(payment(3_000 + k));
        }
        assertThat(steps.plus(monthEnd("2024-02-29")).closedThrough()).isEqualTo("2024-02-29");
    }

    private static Step monthEnd(String through) {
        var entry = new MonthEnd(90, LocalDate.parse(through));
        return new Step(entry, NOTHING, List.of(), yuan("0.00"), List.of(), false, null);
    }
}
