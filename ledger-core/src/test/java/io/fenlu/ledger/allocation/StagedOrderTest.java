package io.fenlu.ledger.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.StagedOrder.StagedDebt;
import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.life.Histories;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagedOrderTest {
    private static final AllocationOrder PRINCIPAL_FIRST = new AllocationOrder(
            AllocationOrder.Sequence.OLDEST_INSTALMENT_FIRST,
            List.of(Bucket.PRINCIPAL, Bucket.INTEREST, Bucket.FEE, Bucket.PENALTY));
    private static final AllocationOrder BY_BUCKET = new AllocationOrder(
            AllocationOrder.Sequence.BUCKET_FIRST,
            List.of(Bucket.PENALTY, Bucket.FEE, Bucket.INTEREST, Bucket.PRINCIPAL));

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    private static StagedDebt debt(Stage stage, int instalment, Bucket bucket, String amount) {
        return new StagedDebt(stage, new Debt(instalment, bucket, yuan(amount)));
    }

    private static List<String> told(Waterfall poured) {
        return poured.lines().stream()
                .map(line -> line.instalment() + " " + line.bucket() + " "
                        + line.amount().amount())
                .toList();
    }

    private static final List<StagedDebt> DEBTS = List.of(
            debt(Stage.IN_ADVANCE, 3, Bucket.PRINCIPAL, "50.00"),
            debt(Stage.IN_ADVANCE, 3, Bucket.INTEREST, "3.00"),
            debt(Stage.DUE, 2, Bucket.INTEREST, "4.00"),
            debt(Stage.DUE, 2, Bucket.PRINCIPAL, "40.00"),
            debt(Stage.OVERDUE, 1, Bucket.PENALTY, "1.00"),
            debt(Stage.OVERDUE, 1, Bucket.PRINCIPAL, "30.00"));

    @Test
    void what_is_overdue_is_healed_before_what_is_due_and_that_before_what_is_to_come() {
        var order = new StagedOrder(PRINCIPAL_FIRST, AllocationOrder.OLDEST_FIRST, PRINCIPAL_FIRST, PRINCIPAL_FIRST);
        assertThat(told(order.pour(yuan("127.00"), DEBTS)))
                .containsExactly(
                        "1 PRINCIPAL 30.00",
                        "1 PENALTY 1.00",
                        "2 INTEREST 4.00",
                        "2 PRINCIPAL 40.00",
                        "3 PRINCIPAL 50.00",
                        "3 INTEREST 2.00");
    }

    @Test
    void overdue_and_due_debts_of_one_order_are_one_pool() {
        assertThat(told(StagedOrder.of(BY_BUCKET).pour(yuan("20.00"), DEBTS)))
                .containsExactly("1 PENALTY 1.00", "2 INTEREST 4.00", "1 PRINCIPAL 15.00");
        var apart = new StagedOrder(BY_BUCKET, PRINCIPAL_FIRST, BY_BUCKET, BY_BUCKET);
        assertThat(told(apart.pour(yuan("32.00"), DEBTS)))
                .containsExactly("1 PENALTY 1.00", "1 PRINCIPAL 30.00", "2 PRINCIPAL 1.00");
    }

    @Test
    void a_recovery_heals_by_its_own_order() {
        var written = List.of(
                debt(Stage.WRITTEN_OFF, 1, Bucket.INTEREST, "5.00"),
                debt(Stage.WRITTEN_OFF, 1, Bucket.PRINCIPAL, "90.00"));
        var order = new StagedOrder(BY_BUCKET, BY_BUCKET, BY_BUCKET, PRINCIPAL_FIRST);
        var poured = order.pour(yuan("100.00"), written);
        assertThat(told(poured)).containsExactly("1 PRINCIPAL 90.00", "1 INTEREST 5.00");
        assertThat(poured.rest()).isEqualTo(yuan("5.00"));
        for (var stage : Stage.values()) {
            assertThat(order.in(stage)).isEqualTo(stage == Stage.WRITTEN_OFF ? PRINCIPAL_FIRST : BY_BUCKET);
        }
    }

    @Test
    void nothing_of_a_payment_is_lost_and_no_debt_is_healed_twice() {
        for (long seed = 1; seed <= Histories.of(1_000); seed++) {
            var dice = new Dice(seed);
            var debts = new ArrayList<StagedDebt>();
            for (int k = 1; k <= 5; k++) {
                for (var bucket : Bucket.values()) {
                    debts.add(new StagedDebt(
                            dice.oneOf(Stage.values()),
                            new Debt(k, bucket, new Money(dice.between(0L, 500L), Currency.CNY))));
                }
            }
            var order = new StagedOrder(
                    dice.oneOf(BY_BUCKET, PRINCIPAL_FIRST),
                    dice.oneOf(BY_BUCKET, PRINCIPAL_FIRST),
                    dice.oneOf(BY_BUCKET, PRINCIPAL_FIRST),
                    BY_BUCKET);
            var payment = new Money(dice.between(0L, 6_000L), Currency.CNY);
            var poured = order.pour(payment, debts);
            var healed = Money.sum(
                    Currency.CNY,
                    poured.lines().stream().map(AllocationLine::amount).toList());
            var owed = Money.sum(
                    Currency.CNY,
                    debts.stream().map(debt -> debt.debt().amount()).toList());
            assertThat(healed.plus(poured.rest())).as("seed %s", seed).isEqualTo(payment);
            assertThat(healed).as("seed %s", seed).isEqualTo(payment.min(owed));
            for (var line : poured.lines()) {
                assertThat(debts)
                        .as("seed %s", seed)
                        .anyMatch(debt -> debt.debt().instalment() == line.instalment()
                                && debt.debt().bucket() == line.bucket()
                                && !line.amount().isMoreThan(debt.debt().amount()));
            }
        }
    }
}
