package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What was told the shopper so far (已出账单): the last issued bill, and what the next one has to put right.
 *
 * @param count bills issued in all
 * @param last number of the last issued bill; 0 before the first
 * @param closing what it came to
 * @param carried what has been learned since about cycles up to it
 */
record IssuedBills(int count, int last, Money closing, List<Adjustment> carried) {
    IssuedBills {
        carried = List.copyOf(carried);
    }

    static IssuedBills none(Money any) {
        return new IssuedBills(0, 0, any.zero(), List.of());
    }

    IssuedBills with(Bill bill) {
        return new IssuedBills(count + 1, bill.number(), bill.totals().closing(), List.of());
    }

    IssuedBills carrying(List<Adjustment> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(carried);
        all.addAll(more);
        return new IssuedBills(count, last, closing, all);
    }
}
