package io.fenlu.ledger.schedule;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Principals and interests that a plan names row by row; nothing where it leaves them to arithmetic. */
final class AgreedParts {
    private static final AgreedParts NONE = new AgreedParts(List.of(), List.of());

    private final List<Money> principals;
    private final List<Optional<Money>> interests;

    private AgreedParts(List<Money> principals, List<Optional<Money>> interests) {
        this.principals = principals;
        this.interests = interests;
    }

    static AgreedParts of(RepaymentPlan plan, Amortisation.Rest rest, List<Period> periods) {
        return switch (plan) {
            case RepaymentPlan.Seasonal seasonal -> bySeason(seasonal, rest, periods.size());
            case RepaymentPlan.FreeForm free -> asWritten(free, rest, periods.size());
            case RepaymentPlan.EqualInstalment _,
                    RepaymentPlan.EqualPrincipal _,
                    RepaymentPlan.InterestThenPrincipal _,
                    RepaymentPlan.OpenEnded _,
                    RepaymentPlan.InterestThenAnnuity _,
                    RepaymentPlan.Balloon _,
                    RepaymentPlan.FlatInterest _,
                    RepaymentPlan.FlatFee _ -> NONE;
        };
    }

    Optional<Money> principal(int row) {
        return row < principals.size() ? Optional.of(principals.get(row)) : Optional.empty();
    }

    Optional<Money> interest(int row) {
        return row < interests.size() ? interests.get(row) : Optional.empty();
    }

    /** Each row's weight of those that are left. */
    private static AgreedParts bySeason(RepaymentPlan.Seasonal seasonal, Amortisation.Rest rest, int rows) {
        var weights = new ArrayList<Integer>();
        var sum = 0L;
        for (int k = 0; k < rows; k++) {
            var weight = seasonal.weights()
                    .get((rest.number() - 1 + k) % seasonal.weights().size());
            weights.add(weight);
            sum += weight;
        }
        var parts = new ArrayList<Money>();
        for (var weight : weights) {
            parts.add(
                    sum == 0
                            ? rest.principal().zero()
                            : rest.principal().exact().times(weight, sum).round(seasonal.principal()));
        }
        return new AgreedParts(parts, List.of());
    }

    private static AgreedParts asWritten(RepaymentPlan.FreeForm free, Amortisation.Rest rest, int rows) {
        var parts = new ArrayList<Money>();
        var interests = new ArrayList<Optional<Money>>();
        var sum = rest.principal().zero();
        for (int k = 0; k < rows; k++) {
            var at = rest.number() - 1 + k;
            if (at >= free.rows().size()) {
                throw wrong("there are " + rows + " periods from instalment " + rest.number() + " and only "
                        + free.rows().size() + " rows");
            }
            var row = free.rows().get(at);
            if (row.principal().currency() != sum.currency()) {
                throw wrong("the loan is in " + sum.currency() + ", a row in "
                        + row.principal().currency());
            }
            parts.add(row.principal());
            interests.add(Optional.ofNullable(row.interest()));
            sum = sum.plus(row.principal());
        }
        if (rest.number() == 1 && !sum.equals(rest.principal())) {
            throw wrong("the rows repay " + sum + " of " + rest.principal());
        }
        return new AgreedParts(parts, interests);
    }

    private static InvalidValue wrong(String what) {
        return new InvalidValue(ValueRefusal.SCHEDULE_DOES_NOT_ADD_UP, what);
    }
}
