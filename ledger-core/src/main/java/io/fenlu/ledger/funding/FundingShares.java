package io.fenlu.ledger.funding;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Who funds which fen of a loan (资金分成): shares that sum to the whole, and one lender who takes what does not divide evenly.
 *
 * @param shares parts per million that sum to 1,000,000; each lender once
 */
public record FundingShares(List<FundingShare> shares, LenderId remainderHolder) {
    private static final int WHOLE = 1_000_000;

    public FundingShares {
        shares = List.copyOf(shares);
        var lenders = new HashSet<LenderId>();
        long sum = 0;
        for (var share : shares) {
            if (share.partsPerMillion() <= 0 || !lenders.add(share.lender())) {
                throw malformed("each lender has one share of more than nothing");
            }
            sum += share.partsPerMillion();
        }
        if (sum != WHOLE || !lenders.contains(remainderHolder)) {
            throw malformed("shares sum to 1,000,000 parts and one of the lenders holds the remainder");
        }
    }

    /** One lender funds everything. */
    public static FundingShares whole(LenderId lender) {
        return new FundingShares(List.of(new FundingShare(lender, WHOLE)), lender);
    }

    /** Splits an amount of one bucket over the lenders, as the first of its kind. */
    public List<FundedAmount> split(Bucket bucket, Money amount) {
        return split(bucket, amount.zero(), amount);
    }

    /**
     * Splits what comes to a sum of one bucket: each lender gets what its part of the whole sum grows by. However many steps a sum is
     * made of, every lender ends with its part of the whole; split step by step, the smallest units that do not divide would all go
     * to one of them, whose loan would fall below zero. The parts sum to the amount, none is negative, parts of zero are left out.
     *
     * @param before what was split before in this bucket
     */
    public List<FundedAmount> split(Bucket bucket, Money before, Money amount) {
        var then = partsOf(before);
        var now = partsOf(before.plus(amount));
        var parts = new ArrayList<FundedAmount>(shares.size());
        for (int k = 0; k < now.size(); k++) {
            var part = now.get(k).amount().minus(then.get(k).amount());
            if (!part.isZero()) {
                parts.add(new FundedAmount(now.get(k).lender(), bucket, part));
            }
        }
        return parts;
    }

    /** One lender's part of a sum. */
    private record Part(LenderId lender, Money amount) {}

    /**
     * One lender after another takes its part of what those before it left, rounded down; the remainder holder takes the rest. A
     * larger sum is never a smaller part for anybody.
     */
    private List<Part> partsOf(Money sum) {
        var parts = new ArrayList<Part>(shares.size());
        var rest = sum;
        var left = WHOLE;
        for (var share : shares) {
            if (!share.lender().equals(remainderHolder)) {
                var part = rest.exact().times(share.partsPerMillion(), left).round(Rounding.DOWN);
                parts.add(new Part(share.lender(), part));
                rest = rest.minus(part);
                left -= share.partsPerMillion();
            }
        }
        parts.add(new Part(remainderHolder, rest));
        return parts;
    }

    private static InvalidValue malformed(String why) {
        return new InvalidValue(ValueRefusal.SHARES_MALFORMED, why);
    }
}
