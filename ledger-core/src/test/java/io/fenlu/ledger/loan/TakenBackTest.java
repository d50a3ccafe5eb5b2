package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.StagedOrder;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1,200.00 at 12 % a year over three months from 1 January 2024: 412.00, 408.00, 404.00. */
class TakenBackTest {
    private static LoanStory loan() {
        return loan(TermsRow.equalPrincipal());
    }

    private static LoanStory loan(TermsRow row) {
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 3), "2024-01-01");
    }

    /** Three payments that bounce, one after another, in any order. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3", "1, 3, 2", "2, 1, 3", "2, 3, 1", "3, 1, 2", "3, 2, 1"})
    void payments_taken_back_in_any_order_leave_the_loan_as_if_none_had_come(int first, int second, int third) {
        var story = loan();
        story.obey(repay(1, "412.00", "2024-02-01"));
        story.obey(repay(2, "300.00", "2024-02-10"));
        story.obey(repay(3, "200.00", "2024-03-05"));
        story.obey(reverse(11, first, "2024-03-10"));
        story.obey(reverse(12, second, "2024-03-11"));
        assertThat(story.standing("2024-03-11")).isEqualTo(only(third).standing("2024-03-11"));
        story.obey(reverse(13, third, "2024-03-12"));
        assertThat(story.standing("2024-03-12")).isEqualTo(loan().standing("2024-03-12"));
        assertThat(story.standing("2024-05-01")).isEqualTo(loan().standing("2024-05-01"));
    }

    private static LoanStory only(int payment) {
        var story = loan();
        return switch (payment) {
            case 1 -> story.repay("412.00", "2024-02-01");
            case 2 -> story.repay("300.00", "2024-02-10");
            default -> story.repay("200.00", "2024-03-05");
        };
    }

    /** On 1 March the first instalment is overdue and the second due today. */
    @ParameterizedTest
    @CsvSource({"500.00, 0.00, 320.00", "405.00, 15.00, 400.00", "412.00, 8.00, 400.00"})
    void a_payment_heals_by_the_order_of_the_stage_that_a_debt_has_come_to(
            String paid, String interestOpen, String principalOpen) {
        var principalFirst = new AllocationOrder(
                AllocationOrder.Sequence.BUCKET_FIRST,
                List.of(Bucket.PRINCIPAL, Bucket.INTEREST, Bucket.FEE, Bucket.PENALTY));
        var order = new StagedOrder(
                principalFirst, AllocationOrder.OLDEST_FIRST, AllocationOrder.OLDEST_FIRST, principalFirst);
        var plain = Conditions.PLAIN;
        var story = loan(TermsRow.equalPrincipal()
                .conditions(new Conditions(
                        plain.rate(),
                        plain.dueDates(),
                        plain.grace(),
                        plain.days(),
                        plain.late(),
                        plain.early(),
                        order,
                        plain.backdating(),
                        plain.charges(),
                        plain.caps(),
                        null)));
        story.repay(paid, "2024-03-01");
        assertThat(story.standing("2024-03-01").balances().interestDue()).isEqualTo(yuan(interestOpen));
        assertThat(story.standing("2024-03-01").balances().principalDue()).isEqualTo(yuan(principalOpen));
    }
}
