package io.fenlu.ledger.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.ChargeRule.Amount;
import io.fenlu.ledger.schedule.ChargeRule.When;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeRuleTest {
    private static final RoundingRule TO_THE_FEN = RoundingRule.of(Rounding.HALF_UP);
    private static final Amount ONE_PER_CENT = new Amount.PartOfPrincipal(Fraction.of("0.01"), TO_THE_FEN);
    private static final List<Instalment> ROWS = List.of(row(1, "200.00"), row(2, "100.00"), row(3, "0.00"));

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    private static Instalment row(int number, String balance) {
        var from = LocalDate.of(2024, number, 1);
        return new Instalment(number, from, from.plusMonths(1), yuan("100.00"), yuan("1.00"), yuan(balance));
    }

    private static List<String> fees(ChargeRule charge) {
        return charge.onto(ROWS, yuan("300.00")).stream()
                .map(row -> row.charges().amount())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "AT_PAYOUT, 0.00 0.00 0.00",
        "WITH_FIRST_INSTALMENT, 3.00 0.00 0.00",
        "WITH_EACH_INSTALMENT, 3.00 3.00 3.00",
        "WITH_LAST_INSTALMENT, 0.00 0.00 3.00",
        "CONTINGENT, 0.00 0.00 0.00"
    })
    void a_charge_falls_due_with_the_instalments_it_was_agreed_for(When when, String fees) {
        assertThat(fees(new ChargeRule("fee", "lender", ONE_PER_CENT, when))).containsExactly(fees.split(" "));
    }

    @Test
    void a_charge_on_the_balance_shrinks_with_it() {
        var charge = new ChargeRule(
                "guarantee-fee",
                "guarantor-1",
                new Amount.PartOfBalance(Fraction.of("0.005"), TO_THE_FEN),
                When.WITH_EACH_INSTALMENT);
        assertThat(fees(charge)).containsExactly("1.50", "1.00", "0.50");
    }

    @Test
    void charges_add_up_on_an_instalment_and_in_its_total() {
        var fixed = new ChargeRule("admin", "lender", new Amount.FixedSum(yuan("2.00")), When.WITH_EACH_INSTALMENT);
        var twice = fixed.onto(fixed.onto(ROWS, yuan("300.00")), yuan("300.00"));
        assertThat(twice.getFirst().charges()).isEqualTo(yuan("4.00"));
        assertThat(twice.getFirst().total()).isEqualTo(yuan("105.00"));
        assertThat(ROWS.getFirst().fee()).isNull();
        assertThat(ROWS.getFirst().plusFee(yuan("0.00"))).isSameAs(ROWS.getFirst());
        assertThat(twice.getFirst().withInterest(yuan("9.00")).total()).isEqualTo(yuan("113.00"));
    }

    @Test
    void a_charge_without_a_plain_name_or_at_a_wrong_moment_is_refused() {
        var fixed = new Amount.FixedSum(yuan("2.00"));
        assertThatThrownBy(() -> new ChargeRule("a fee", "lender", fixed, When.AT_PAYOUT))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ChargeRule("fee", "", fixed, When.AT_PAYOUT))
                .isInstanceOf(InvalidValue.class);
        var part = new Amount.PartOfBalance(Fraction.of("0.005"), TO_THE_FEN);
        assertThatThrownBy(() -> new ChargeRule("fee", "lender", part, When.AT_PAYOUT))
                .isInstanceOf(InvalidValue.class);
    }
}
