package io.fenlu.ledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    @Test
    void an_id_is_read_in_either_case_and_written_in_one() {
        var id = "0197f3a4-5b6c-7d8e-9fA0-b1c2d3e4f506";
        assertThat(LoanId.of(id)).hasToString(id.toLowerCase(Locale.ROOT));
        assertThat(CreditLineId.of(id).value()).isEqualTo(RepaymentId.of(id).value());
        assertThat(DisbursementId.of(id).value()).isEqualTo(LoanId.of(id).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0197f3a45b6c7d8e9fa0b1c2d3e4f506",
                "{197f3a4-5b6c-7d8e-9fa0-b1c2d3e4f506}",
                "123456789-123-1234-1234-123456789012",
                "0197f3a4-5b6c-7d8e-9fa0-b1c2d3e4f50g",
                "+197f3a4-5b6c-7d8e-9fa0-b1c2d3e4f506"
            })
    void anything_else_is_not_an_id(String text) {
        assertThatThrownBy(() -> LoanId.of(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ValueRefusal.ID_NOT_A_UUID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"b", "B-1", "a.b_c:d-e", "0123456789012345678901234567890123456789012345678901234567890123"})
    void a_reference_is_opaque(String text) {
        assertThat(new BorrowerId(text)).hasToString(text);
        assertThat(new LenderId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-b",
                "张三",
                "a b",
                "a@b.c",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void a_name_or_an_address_is_no_reference(String text) {
        assertThatThrownBy(() -> new LenderId(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ValueRefusal.REFERENCE_MALFORMED));
    }

    @Test
    void a_ledger_keeps_three_centuries() {
        assertThat(BusinessDate.isKept(LocalDate.of(1900, 1, 1))).isTrue();
        assertThat(BusinessDate.isKept(LocalDate.of(2199, 12, 31))).isTrue();
        assertThat(BusinessDate.isKept(LocalDate.of(1899, 12, 31))).isFalse();
        assertThat(BusinessDate.isKept(LocalDate.of(2200, 1, 1))).isFalse();
    }

    @Test
    void an_accepted_order_leaves_at_least_one_fact() {
        assertThatThrownBy(() -> Decision.accept(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
