package io.fenlu.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.RateRule.Floating;
import io.fenlu.ledger.interest.RateRule.Reset;
import io.fenlu.ledger.interest.RateRule.Step;
import io.fenlu.ledger.interest.RateRule.Stepped;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.schedule.Periods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRuleTest {
    private static final LocalDate START = LocalDate.of(2023, 6, 1);
    private static final List<Period> THREE_YEARS = Periods.of(START, null, Frequency.MONTHLY, 36);

    private static String told(RatePath path) {
        return path.steps().stream()
                .map(step -> step.from() + " " + step.rate().value().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static Floating floating(String margin, Reset reset) {
        return new Floating("LPR-1Y", new BigDecimal(margin), reset, null, null);
    }

    /** The one-year LPR stood at 3.65 % on 1 June 2023, 3.55 from 20 June, 3.45 from 21 August, 3.35, 3.10, and 3.00 from 20 May 2025. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NEVER | 2023-06-01 0.0415",
                "FIRST_OF_JANUARY | 2023-06-01 0.0415, 2024-01-01 0.0395, 2025-01-01 0.036, 2026-01-01 0.035",
                "ANNIVERSARY | 2023-06-01 0.0415, 2024-06-01 0.0395, 2025-06-01 0.035",
                "EACH_PERIOD | 2023-06-01 0.0415, 2023-07-01 0.0405, 2023-09-01 0.0395, 2024-08-01 0.0385, 2024-11-01"
                        + " 0.036, 2025-06-01 0.035",
                "AT_PUBLICATION | 2023-06-01 0.0415, 2023-06-20 0.0405, 2023-08-21 0.0395, 2024-07-22 0.0385,"
                        + " 2024-10-21 0.036, 2025-05-20 0.035"
            })
    void a_floating_rate_follows_the_index_from_reset_to_reset(Reset reset, String path) {
        assertThat(told(floating("0.005", reset).path(THREE_YEARS, Indices.LPR_1Y)))
                .isEqualTo(path);
    }

    @Test
    void a_floating_rate_keeps_between_its_floor_and_its_cap_and_never_falls_below_nothing() {
        var floored = new Floating(
                "LPR-1Y", new BigDecimal("0.005"), Reset.EACH_PERIOD, Rate.annual("0.038"), Rate.annual("0.040"));
        assertThat(told(floored.path(THREE_YEARS, Indices.LPR_1Y)))
                .isEqualTo("2023-06-01 0.04, 2023-09-01 0.0395, 2024-08-01 0.0385, 2024-11-01 0.038");
        assertThat(told(floating("-0.05", Reset.NEVER).path(THREE_YEARS, Indices.LPR_1Y)))
                .isEqualTo("2023-06-01 0");
    }

    @Test
    void an_index_that_was_not_published_yet_or_is_another_is_refused() {
        var early = Periods.of(LocalDate.of(2000, 1, 1), null, Frequency.MONTHLY, 3);
        refused(() -> floating("0", Reset.NEVER).path(early, Indices.LPR_1Y), ValueRefusal.INDEX_NOT_PUBLISHED);
        refused(() -> floating("0", Reset.NEVER).path(THREE_YEARS, Indices.LPR_5Y), ValueRefusal.INDEX_NOT_PUBLISHED);
        refused(() -> floating("0", Reset.NEVER).path(THREE_YEARS, null), ValueRefusal.INDEX_NOT_PUBLISHED);
        refused(() -> floating("1.01", Reset.NEVER), ValueRefusal.RATE_MALFORMED);
        refused(() -> new Floating(" ", BigDecimal.ZERO, Reset.NEVER, null, null), ValueRefusal.TERMS_CONTRADICTORY);
        refused(
                () -> new IndexHistory("X", List.of(new RateFrom(START, Rate.daily("0.0001")))),
                ValueRefusal.TERMS_CONTRADICTORY);
    }

    @Test
    void steps_change_with_the_first_day_of_their_period() {
        var rule = new Stepped(List.of(
                new Step(1, Rate.annual("0.03")),
                new Step(13, Rate.annual("0.06")),
                new Step(99, Rate.annual("0.09"))));
        assertThat(told(rule.path(THREE_YEARS, null))).isEqualTo("2023-06-01 0.03, 2024-06-01 0.06");
        refused(() -> new Stepped(List.of()), ValueRefusal.TERMS_CONTRADICTORY);
        refused(() -> new Stepped(List.of(new Step(2, Rate.annual("0.03")))), ValueRefusal.TERMS_CONTRADICTORY);
        refused(
                () -> new Stepped(List.of(new Step(1, Rate.annual("0.03")), new Step(1, Rate.annual("0.04")))),
                ValueRefusal.TERMS_CONTRADICTORY);
    }

    @Test
    void a_fixed_rate_never_changes() {
        assertThat(told(new RateRule.Fixed(Rate.daily("0.0005")).path(THREE_YEARS, null)))
                .isEqualTo("2023-06-01 0.0005");
    }

    @Test
    void values_of_an_index_count_from_their_days_on_in_whatever_order_they_are_written() {
        var index = new IndexHistory(
                "X",
                List.of(
                        new RateFrom(START.plusDays(9), Rate.annual("0.02")),
                        new RateFrom(START, Rate.annual("0.03"))));
        assertThat(index.lastUpTo(START.plusDays(8))).isEqualTo(Rate.annual("0.03"));
        assertThat(index.lastUpTo(START.plusDays(9))).isEqualTo(Rate.annual("0.02"));
    }

    @Test
    void a_rate_of_too_many_digits_is_refused_and_quoted_in_short() {
        var forty = "0." + "1".repeat(38);
        assertThatThrownBy(() -> Rate.annual(forty)).hasMessageContaining(forty + " is not a rate");
        assertThatThrownBy(() -> Rate.annual(forty + "1")).hasMessageContaining(forty + "… is not a rate");
    }

    @Test
    void published_values_are_found_by_their_code() {
        assertThat(Indices.find("LPR-5Y").orElseThrow().lastUpTo(LocalDate.of(2024, 12, 31)))
                .isEqualTo(Rate.annual("0.036"));
        assertThat(Indices.find("LPR-1Y").orElseThrow().lastUpTo(LocalDate.of(2024, 12, 31)))
                .isEqualTo(Rate.annual("0.031"));
        assertThat(Indices.find("LIBOR")).isEmpty();
    }

    private static void refused(Refusing doing, @Nullable ValueRefusal reason) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        InvalidValue.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private interface Refusing {
        void run();
    }
}
