package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.money.Currency;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedLoanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private static PlannedLoan planned(String status, String paidPrincipal) throws RowRefused {
        var columns = CashLoanColumns.of(
                "loan_amount,term,interest_rate,installment,issue_month,loan_status,paid_principal",
                Currency.USD,
                TODAY);
        var text = "1000,12,12,88.85,25-Jan," + status + "," + paidPrincipal;
        return PlannedLoan.of(columns.read(new PhysicalLines.Line(2, text, null)), new LenderId("lender-1"), TODAY);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "78.85, 1", "158.49, 2"})
    void instalments_on_time_explain_the_principal_paid(String paidPrincipal, int number) throws RowRefused {
        var loan = planned("Current", paidPrincipal);

        assertThat(loan.matchesInstalment()).isTrue();
        assertThat(loan.paidOnTime()).hasValue(number);
        assertThat(loan.repayments()).hasSize(number);
    }

    @Test
    void no_number_of_instalments_explains_any_other_principal() throws RowRefused {
        assertThat(planned("Current", "78.86").paidOnTime()).isEmpty();
        assertThat(planned("Late (16-30 days)", "78.85").paidOnTime()).isEmpty();
        assertThat(planned("Late (16-30 days)", "78.85").repayments()).isEmpty();
    }

    @Test
    void instalments_not_due_yet_explain_nothing() throws RowRefused {
        var columns = CashLoanColumns.of(
                "loan_amount,term,interest_rate,installment,issue_month,loan_status,paid_principal",
                Currency.USD,
                TODAY);
        var row = columns.read(new PhysicalLines.Line(2, "1000,12,12,88.85,26-Jan,Current,78.85", null));

        assertThat(PlannedLoan.of(row, new LenderId("lender-1"), TODAY).paidOnTime())
                .isEmpty();
    }

    @Test
    void the_same_row_gives_the_same_orders_under_the_same_requests() throws RowRefused {
        var loan = planned("Current", "158.49");
        var again = planned("Current", "158.49");

        assertThat(again.opening()).isEqualTo(loan.opening());
        assertThat(again.drawdown()).isEqualTo(loan.drawdown());
        assertThat(again.repayments()).isEqualTo(loan.repayments());
        assertThat(again.request(again.drawdown())).isEqualTo(loan.request(loan.drawdown()));
        assertThat(loan.repayments().stream().map(loan::request).distinct()).hasSize(2);
        assertThat(loan.repayments())
                .extracting(RecordRepayment::paidOn)
                .containsExactly(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 1));
    }
}
