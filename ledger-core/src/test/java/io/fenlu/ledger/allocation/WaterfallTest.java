package io.fenlu.ledger.allocation;

import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final List<Debt> DEBTS = List.of(
            debt(2, Bucket.PRINCIPAL, "40.00"),
            debt(2, Bucket.INTEREST, "3.00"),
            debt(1, Bucket.PRINCIPAL, "50.00"),
            debt(1, Bucket.PENALTY, "1.00"),
            debt(1, Bucket.INTEREST, "5.00"),
            debt(2, Bucket.PENALTY, "0.00"));

    private static Debt debt(int instalment, Bucket bucket, String amount) {
        return new Debt(instalment, bucket, yuan(amount));
    }

    private static AllocationLine line(int instalment, Bucket bucket, String amount) {
        return new AllocationLine(instalment, bucket, yuan(amount));
    }

    @Test
    void heals_all_of_the_oldest_instalment_and_then_the_next() {
        var poured = Waterfall.pour(yuan("58.00"), DEBTS, AllocationOrder.OLDEST_FIRST);
        assertThat(poured.lines())
                .containsExactly(
                        line(1, Bucket.PENALTY, "1.00"),
                        line(1, Bucket.INTEREST, "5.00"),
                        line(1, Bucket.PRINCIPAL, "50.00"),
                        line(2, Bucket.INTEREST, "2.00"));
        assertThat(poured.rest().isZero()).isTrue();
    }

    @Test
    void or_one_bucket_of_all_instalments_and_then_the_next() {
        var order = new AllocationOrder(
                AllocationOrder.Sequence.BUCKET_FIRST,
                List.of(Bucket.PRINCIPAL, Bucket.INTEREST, Bucket.FEE, Bucket.PENALTY));
        assertThat(Waterfall.pour(yuan("92.00"), DEBTS, order).lines())
                .containsExactly(
                        line(1, Bucket.PRINCIPAL, "50.00"),
                        line(2, Bucket.PRINCIPAL, "40.00"),
                        line(1, Bucket.INTEREST, "2.00"));
    }

    @Test
    void what_is_more_than_all_debts_is_left() {
        var poured = Waterfall.pour(yuan("100.00"), DEBTS, AllocationOrder.OLDEST_FIRST);
        assertThat(poured.rest()).isEqualTo(yuan("1.00"));
        assertThat(poured.lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.amount().isPositive()).isTrue());
    }

    @Test
    void without_debts_all_is_left() {
        assertThat(Waterfall.pour(yuan("1.00"), List.of(), AllocationOrder.OLDEST_FIRST)
                        .rest())
                .isEqualTo(yuan("1.00"));
    }
}
