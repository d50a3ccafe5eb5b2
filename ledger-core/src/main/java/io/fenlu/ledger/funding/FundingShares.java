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

    /**
     * Splits an amount of one bucket over the lenders: each gets its share rounded down, the remainder holder also the rest. The parts
     * sum to the amount; parts of zero are left out.
     */
    public List<FundedAmount> split(Bucket bucket, Money amount) {
        var parts = new ArrayList<FundedAmount>(shares.size());
        var rest = amount;
        for (var share : shares) {
            if (!share.lender().equals(remainderHolder)) {
                var part = amount.exact().times(share.partsPerMillion(), WHOLE).round(Rounding.DOWN);
                parts.add(new FundedAmount(share.lender(), bucket, part));
                rest = rest.minus(part);
            }
        }
        parts.add(new FundedAmount(remainderHolder, bucket, rest));
        parts.removeIf(part -> part.amount().isZero());
        return parts;
    }

    private static InvalidValue malformed(String why) {
        return new InvalidValue(ValueRefusal.SHARES_MALFORMED, why);
    }
}
