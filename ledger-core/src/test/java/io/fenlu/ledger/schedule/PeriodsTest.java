package io.fenlu.ledger.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.kernel.InvalidValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    private static List<String> dueDates(String start, @Nullable String first, int count) {
        var periods = Periods.of(
                LocalDate.parse(start), first == null ? null : LocalDate.parse(first), Frequency.MONTHLY, count);
        for (int k = 1; k < periods.size(); k++) {
            assertThat(periods.get(k).whole().from())
                    .isEqualTo(periods.get(k - 1).whole().to());
        }
        return periods.stream()
                .map(Period::whole)
                .map(span -> span.to().toString())
                .toList();
    }

    @Test
    void a_loan_of_the_31st_is_due_on_the_last_days_of_shorter_months() {
        assertThat(dueDates("2024-01-31", null, 4))
                .containsExactly("2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31");
    }

    @Test
    void a_first_due_date_sets_the_rhythm() {
        assertThat(dueDates("2024-01-31", "2024-02-10", 3)).containsExactly("2024-02-10", "2024-03-10", "2024-04-10");
    }

    @Test
    void money_that_came_after_the_first_due_date_keeps_the_rhythm() {
        assertThat(dueDates("2024-02-10", "2024-02-10", 2)).containsExactly("2024-03-10", "2024-04-10");
        assertThat(dueDates("2024-05-01", "2024-01-31", 3)).containsExactly("2024-05-31", "2024-06-30", "2024-07-31");
    }

    @Test
    void the_first_due_date_may_be_the_day_after_the_payout() {
        assertThat(dueDates("2024-02-28", "2024-02-29", 2)).containsExactly("2024-02-29", "2024-03-29");
    }

    @Test
    void no_instalments_have_no_periods() {
        assertThat(dueDates("2024-02-28", null, 0)).isEmpty();
    }

    @Test
    void due_dates_can_be_given_one_by_one() {
        var start = LocalDate.of(2024, 1, 1);
        var days = List.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 15));
        assertThat(Periods.on(start, days))
                .containsExactly(Period.of(start, days.get(0)), Period.of(days.get(0), days.get(1)));
        assertThatThrownBy(() -> Periods.on(start, days.reversed())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Periods.on(days.get(0), days)).isInstanceOf(InvalidValue.class);
    }
}
