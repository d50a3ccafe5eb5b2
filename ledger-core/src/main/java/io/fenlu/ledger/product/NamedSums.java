package io.fenlu.ledger.product;

import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sums of money that terms name outright; they have to be in the currency of the loan. */
final class NamedSums {
    private final List<Money> sums = new ArrayList<>();

    private NamedSums() {}

    static List<Money> of(ProductTerms terms) {
        var named = new NamedSums();
        named.plan(terms.plan());
        named.late(terms.agreed().late().fee());
        for (var charge : terms.agreed().charges()) {
            if (charge.amount() instanceof ChargeRule.Amount.FixedSum(var sum)) {
                named.add(sum);
            }
        }
        return named.sums;
    }

    private void plan(RepaymentPlan plan) {
        if (plan instanceof RepaymentPlan.Balloon balloon) {
            add(balloon.balloon());
        } else if (plan instanceof RepaymentPlan.FreeForm(var rows)) {
            for (var row : rows) {
                add(row.principal());
                add(row.interest());
            }
        }
    }

    private void late(LateFee fee) {
        switch (fee) {
            case LateFee.NoLateFee _ -> {}
            case LateFee.FixedLateFee(var amount, var mostInAll) -> {
                add(amount);
                add(mostInAll);
            }
            case LateFee.PartOfOverdue part -> {
                add(part.least());
                add(part.most());
                add(part.mostInAll());
            }
        }
    }

    private void add(@Nullable Money sum) {
        if (sum != null) {
            sums.add(sum);
        }
    }
}
