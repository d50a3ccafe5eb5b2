package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.money.Currency;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashLoanColumnsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final String HEADER =
            "grade,loan_amount,term,interest_rate,installment,issue_month,loan_status,paid_principal";

    private CashLoanColumns columns;

    @BeforeEach
    void open() throws RowRefused {
        columns = CashLoanColumns.of(HEADER, Currency.USD, TODAY);
    }

    private static PhysicalLines.Line line(String text) {
        return new PhysicalLines.Line(2, text, null);
    }

    @Test
    void a_row_is_read_by_the_names_of_its_columns() throws RowRefused {
        var row = columns.read(line("\"A, the best\",2000,36,17.09,71.40,18-Feb,Current,175.37"));

        assertThat(row.amount().amount()).isEqualTo("2000.00");
        assertThat(row.instalments()).isEqualTo(36);
        assertThat(row.rate().value()).isEqualByComparingTo("0.1709");
        assertThat(row.issuedOn()).isEqualTo("2018-02-01");
        assertThat(row.current()).isTrue();
        assertThat(row.paidPrincipal().amount()).isEqualTo("175.37");
    }

    @Test
    void rows_of_equal_content_are_two_loans_and_always_the_same_two() throws RowRefused {
        var text = "A,2000,36,17.09,71.40,18-Feb,Current,0";
        var first = columns.read(line(text)).identity();
        var second = columns.read(line(text)).identity();
        var again = CashLoanColumns.of(HEADER, Currency.USD, TODAY);

        assertThat(second).isNotEqualTo(first);
        assertThat(again.read(line(text)).identity()).isEqualTo(first);
        assertThat(again.read(line(text)).identity()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A,2000,36,17.09,71.40,18-Feb,Current | there are 7 fields where the header has 8",
                "A,2000,36,17.09,71.40,18-Feb,Current,0,more | there are 9 fields where the header has 8",
                "\"A,2000,36,17.09,71.40,18-Feb,Current,0 | a quotation mark is not closed",
                "\"A\" x,2000,36,17.09,71.40,18-Feb,Current,0 | the line is not comma-separated values",
                "A,many,36,17.09,71.40,18-Feb,Current,0 | loan_amount: “many” is not a decimal amount",
                "A,-2000,36,17.09,71.40,18-Feb,Current,0 | loan_amount is negative",
                "A,0,36,17.09,71.40,18-Feb,Current,0 | loan_amount is not more than zero",
                "A,2000.001,36,17.09,71.40,18-Feb,Current,0 | loan_amount: 2000.001 has more decimals",
                "A,,36,17.09,71.40,18-Feb,Current,0 | loan_amount is missing",
                "A,2000,0,17.09,71.40,18-Feb,Current,0 | term is not 1 to 480 months",
                "A,2000,36.5,17.09,71.40,18-Feb,Current,0 | term is not a whole number",
                "A,2000,36,NA,71.40,18-Feb,Current,0 | interest_rate is not a percentage",
                "A,2000,36,9999,71.40,18-Feb,Current,0 | interest_rate: ",
                "A,2000,36,17.09,71.40,18-Fev,Current,0 | issue_month is not a month like 18-Mar",
                "A,2000,36,17.09,71.40,2018-02,Current,0 | issue_month is not a month like 18-Mar",
                "A,2000,36,17.09,71.40,26-Feb,Current,0 | issue_month lies in the future",
                "A,2000,36,17.09,71.40,18-Feb,,0 | loan_status is missing",
                "A,2000,36,17.09,71.40,18-Feb,Current,-1 | paid_principal is negative"
            })
    void a_row_that_cannot_be_read_is_refused_with_its_reason(String text, String reason) {
        assertThatThrownBy(() -> columns.read(line(text)))
                .isInstanceOf(RowRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_header_that_lacks_columns_says_which() {
        assertThatThrownBy(() -> CashLoanColumns.of("loan_amount,term", Currency.USD, TODAY))
                .isInstanceOf(RowRefused.class)
                .hasMessageContaining("interest_rate, installment, issue_month, loan_status, paid_principal");
    }
}
