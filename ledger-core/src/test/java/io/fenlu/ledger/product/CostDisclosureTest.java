package io.fenlu.ledger.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.disclosure.CostItem;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.disclosure.CostTable;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostDisclosureTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 10);
    private static final RoundingRule TO_THE_FEN = RoundingRule.of(Rounding.HALF_UP);
    private static final List<ChargeRule> CHARGES = List.of(
            new ChargeRule(
                    "guarantee-fee",
                    "guarantor-1",
                    new ChargeRule.Amount.PartOfBalance(Fraction.of("0.005"), TO_THE_FEN),
                    ChargeRule.When.WITH_EACH_INSTALMENT),
            new ChargeRule(
                    "arrangement-fee",
                    "bank-1",
                    new ChargeRule.Amount.FixedSum(yuan("20.00")),
                    ChargeRule.When.AT_PAYOUT),
            new ChargeRule(
                    "court-fee", "court", new ChargeRule.Amount.FixedSum(yuan("50.00")), ChargeRule.When.CONTINGENT));

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    private static CostDisclosure shown(TermsRow row, String rate) {
        var terms = row.terms();
        var agreed = Rate.annual(rate);
        var periods = terms.periods(START, null, 3);
        var growth = terms.growth(terms.rates(agreed, periods, START, null), List.of());
        var principal = yuan("300.00");
        return new CostDisclosure(
                terms, "bank-1", principal, agreed, START, terms.schedule(principal, periods, growth));
    }

    /** 300.00 at 12 % in three equal principals: interest 3, 2, 1 and half a per cent of 300, 200, 100. */
    @Test
    void every_cost_is_shown_with_its_payee_and_its_amount() {
        var late = new LateRule(
                LateRule.ContractInterest.REPLACED_BY_PENALTY,
                LateRule.Compounding.NONE,
                BigDecimal.TWO,
                new LateFee.FixedLateFee(yuan("10.00"), null));
        var table = shown(
                        TermsRow.equalPrincipal()
                                .penaltyWithGrace(0)
                                .conditions(Conditions.PLAIN.with(CHARGES).with(late)),
                        "0.12")
                .table();
        assertThat(table.items())
                .extracting(
                        CostItem::code, CostItem::payee, item -> String.valueOf(item.amount()), CostItem::contingent)
                .containsExactly(
                        tuple("interest", "bank-1", "CNY 6.00", false),
                        tuple("guarantee-fee", "guarantor-1", "CNY 3.00", false),
                        tuple("arrangement-fee", "bank-1", "CNY 20.00", false),
                        tuple("court-fee", "court", "null", true),
                        tuple("penalty", "bank-1", "null", true),
                        tuple("late-fee", "bank-1", "null", true));
        assertThat(table.discloses("guarantee-fee")).isTrue();
        assertThat(table.discloses("advisory-fee")).isFalse();
        assertThat(table.annual()).extracting(cost -> cost.method()).containsExactly(CostMethod.values());
    }

    @Test
    void the_fee_of_a_flat_plan_is_shown_as_what_it_is() {
        var plan = new RepaymentPlan.FlatFee(Fraction.of("0.023"), Rounding.HALF_EVEN, RemainderHolder.FIRST);
        var shown = shown(TermsRow.equalInstalment().plan(plan), "0");
        assertThat(shown.table().items())
                .extracting(CostItem::code, item -> String.valueOf(item.amount()))
                .containsExactly(tuple("interest", "CNY 0.00"), tuple("instalment-fee", "CNY 6.90"));
        assertThat(shown.cost().total()).isEqualTo(yuan("6.90"));
    }

    @Test
    void the_canonical_text_says_everything_and_its_hash_changes_with_any_of_it() {
        var table = shown(TermsRow.equalPrincipal(), "0.12").table();
        assertThat(table.canonical())
                .startsWith("fenlu-cost-table\t1\n"
                        + "principal\tCNY 300.00\n"
                        + "item\tinterest\tbank-1\t0.12 per year\tCNY 6.00\n"
                        + "annual\tPBOC_SIMPLE\t")
                .endsWith("\nnothing-else-is-charged\n");
        assertThat(table.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(shown(TermsRow.equalPrincipal(), "0.12").table().hash());
        var otherPayee = new CostTable(
                table.principal(),
                List.of(new CostItem("interest", "bank-2", "0.12 per year", yuan("6.00"), false)),
                table.annual());
        assertThat(otherPayee.hash()).isNotEqualTo(table.hash());
        assertThat(new CostTable(yuan("1.00"), List.of(), List.of()).hash())
                .isEqualTo("3609277080c5ae23edafeb3933b61a424a51c5cf14ab9b53154ef8047a8ebbfd");
    }

    @Test
    void a_basis_cannot_smuggle_another_line_into_the_text() {
        assertThatThrownBy(() -> new CostItem("fee", "bank-1", "a\nitem\tb", yuan("1.00"), false))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new CostItem("fee", "bank-1", " ", yuan("1.00"), false))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new CostItem("a fee", "bank-1", "x", yuan("1.00"), false))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new CostItem("fee", "bank-1", "x", null, false))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new CostItem("fee", "bank-1", "x", yuan("1.00"), true))
                .isInstanceOf(InvalidValue.class);
        var tabbed = new CostTable(
                yuan("1.00"), List.of(new CostItem("fee", "bank-1", "a\tb", yuan("1.00"), false)), List.of());
        assertThat(tabbed.canonical()).contains("item\tfee\tbank-1\ta b\tCNY 1.00\n");
    }

    @Test
    void a_loan_above_its_caps_is_told() {
        var capped = Conditions.PLAIN.with(new CostCaps(Fraction.of("0.24"), CostMethod.PBOC_IRR, true));
        assertThat(shown(TermsRow.equalPrincipal().conditions(capped), "0.24").isWithinCaps())
                .isTrue();
        assertThat(shown(TermsRow.equalPrincipal().conditions(capped), "0.26").isWithinCaps())
                .isFalse();
        assertThat(shown(TermsRow.equalPrincipal(), "9").isWithinCaps()).isTrue();
        var onlyCharges = Conditions.PLAIN.with(new CostCaps(null, null, true));
        assertThat(shown(TermsRow.equalPrincipal().conditions(onlyCharges), "6").isWithinCaps())
                .isTrue();
        assertThat(shown(TermsRow.equalPrincipal().conditions(onlyCharges), "6.1")
                        .isWithinCaps())
                .isFalse();
    }
}
