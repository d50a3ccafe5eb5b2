package io.fenlu.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 1, MONTH, 1, 2024-02-29",
        "2023-01-31, 1, MONTH, 1, 2023-02-28",
        "2024-01-31, 1, MONTH, 2, 2024-03-31",
        "2024-01-31, 1, MONTH, 3, 2024-04-30",
        "2024-01-30, 1, MONTH, 1, 2024-02-29",
        "2023-01-29, 1, MONTH, 1, 2023-02-28",
        "2023-01-29, 1, MONTH, 2, 2023-03-29",
        "2024-02-29, 1, YEAR, 1, 2025-02-28",
        "2024-02-29, 1, YEAR, 4, 2028-02-29",
        "2024-01-01, 2, WEEK, 3, 2024-02-12",
        "2023-12-25, 10, DAY, 1, 2024-01-04",
        "2023-11-30, 3, MONTH, 1, 2024-02-29"
    })
    void a_due_date_keeps_its_day_and_falls_back_in_shorter_months(
            LocalDate anchor, int every, Frequency.Unit unit, int periods, LocalDate expected) {
        assertThat(new Frequency(every, unit).after(anchor, periods)).isEqualTo(expected);
    }

    @Test
    void a_period_knows_the_days_that_are_still_to_be_counted() {
        var whole = new DateSpan(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1));
        assertThat(whole.days()).isEqualTo(29);
        assertThat(new Period(whole, LocalDate.of(2024, 2, 29)).remaining().days())
                .isEqualTo(1);
        assertThat(new Period(whole, whole.to()).remaining().isEmpty()).isTrue();
        assertThatThrownBy(() -> new Period(whole, LocalDate.of(2024, 3, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DateSpan(whole.to(), whole.from())).isInstanceOf(IllegalArgumentException.class);
    }
}
