package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up movements of the same sort; what cancels out is left out. */
final class AccountNetting {
    /** What a movement is, apart from its amount. */
    private record Column(
            AccountMovementKind kind,
            @Nullable Bucket bucket,
            @Nullable LenderId lender) {}

    private final Map<Column, Money> net = new LinkedHashMap<>();

    /** What must move so that the first becomes the second. */
    static List<AccountMovement> difference(List<AccountMovement> before, List<AccountMovement> after) {
        var net = new AccountNetting();
        before.forEach(movement -> net.merge(movement, movement.amount().negated()));
        after.forEach(movement -> net.merge(movement, movement.amount()));
        return net.movements();
    }

    private void merge(AccountMovement movement, Money amount) {
        net.merge(new Column(movement.kind(), movement.bucket(), movement.lender()), amount, Money::plus);
    }

    private List<AccountMovement> movements() {
        var movements = new ArrayList<AccountMovement>(net.size());
        net.forEach((column, amount) -> {
            if (!amount.isZero()) {
                movements.add(new AccountMovement(column.kind(), column.bucket(), column.lender(), amount));
            }
        });
        return movements;
    }
}
