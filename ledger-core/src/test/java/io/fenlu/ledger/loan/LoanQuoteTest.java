package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.product.CashLoan;
import io.fenlu.ledger.product.Catalogue;
import io.fenlu.ledger.product.MarketplaceLoan;
import io.fenlu.ledger.product.ProductCode;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LoanQuoteTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

    @Test
    void a_quote_is_the_schedule_that_a_drawdown_would_get() {
        for (var row : Catalogue.rows()) {
            var agreement = agreement(row, "10000.00", "0.144", 12);
            assertThat(LoanQuote.of(agreement, DAY).instalments())
                    .isEqualTo(LoanStory.of(agreement, "2024-01-31").firstSchedule());
        }
    }

    @Test
    void what_a_twelfth_a_month_costs_is_nearly_the_quoted_rate() {
        var quote = LoanQuote.of(agreement(MarketplaceLoan.FIXED_RATE, "10000.00", "0.12", 36), DAY);
        assertThat(quote.instalments().getFirst().total()).isEqualTo(yuan("332.15"));
        assertThat(quote.nominalIrr().orElseThrow()).isBetween(new BigDecimal("11.99"), new BigDecimal("12.01"));
        assertThat(quote.effectiveIrr().orElseThrow()).isBetween(new BigDecimal("12.5"), new BigDecimal("12.8"));
        assertThat(quote.interest()).isEqualTo(yuan("1957.10"));
    }

    @Test
    void only_monthly_instalments_have_a_nominal_rate() {
        var everyTwo = TermsRow.equalInstalment().every(2, Frequency.Unit.MONTH).terms();
        var quote = LoanQuote.of(agreement(everyTwo, "100.00", "0.12", 3), DAY);
        assertThat(quote.nominalIrr()).isEmpty();
        assertThat(quote.effectiveIrr()).isPresent();
        var open = LoanQuote.of(agreement(CashLoan.OPEN_ENDED, "100.00", "0.12", 0), DAY);
        assertThat(open.nominalIrr()).isEmpty();
        assertThat(open.effectiveIrr()).isEmpty();
        assertThat(open.interest().isZero()).isTrue();
    }

    @Test
    void an_agreement_that_makes_no_sense_is_not_quoted() {
        assertThatThrownBy(() -> LoanQuote.of(agreement(CashLoan.EQUAL_INSTALMENT, "100.00", "0.12", 0), DAY))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.reason()).isEqualTo(LoanRefusal.INSTALMENTS_OUT_OF_RANGE));
    }

    @Test
    void products_are_found_by_their_name_and_each_name_once() {
        assertThat(Catalogue.rows().stream().map(row -> row.product())).doesNotHaveDuplicates();
        assertThat(Catalogue.find(new ProductCode("marketplace-loan"))).contains(MarketplaceLoan.FIXED_RATE);
        assertThat(Catalogue.find(new ProductCode("no-such-loan"))).isEmpty();
    }
}
