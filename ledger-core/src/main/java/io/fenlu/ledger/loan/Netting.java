package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up movements of the same sort; what cancels out is left out. */
final class Netting {
    /** What a movement is, apart from its amount. */
    private record Column(
            MovementKind kind,
            @Nullable Bucket bucket,
            @Nullable LenderId lender) {}

    private final Map<Column, Money> net = new LinkedHashMap<>();

    /** What must move so that the first becomes the second. */
    static List<Movement> difference(List<Movement> before, List<Movement> after) {
        var net = new Netting();
        net.takeBack(before);
        net.add(after);
        return net.movements();
    }

    void add(List<Movement> movements) {
        for (var movement : movements) {
            merge(movement, movement.amount());
        }
    }

    void takeBack(List<Movement> movements) {
        for (var movement : movements) {
            merge(movement, movement.amount().negated());
        }
    }

    private void merge(Movement movement, Money amount) {
        net.merge(new Column(movement.kind(), movement.bucket(), movement.lender()), amount, Money::plus);
    }

    List<Movement> movements() {
        var movements = new ArrayList<Movement>(net.size());
        net.forEach((column, amount) -> {
            if (!amount.isZero()) {
                movements.add(new Movement(column.kind(), column.bucket(), column.lender(), amount));
            }
        });
        return movements;
    }
}
