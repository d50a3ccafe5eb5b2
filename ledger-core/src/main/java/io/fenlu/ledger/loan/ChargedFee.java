package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.util.ArrayList;
import java.util.List;

/**
 * A charge and what was paid or given up of it.
 *
 * @param instalment with which instalment it is healed
 */
record ChargedFee(EntryId entry, int instalment, Money amount, Money paid) {
    /** The agreed charges of an instalment, due with it. */
    static ChargedFee fallenDue(Instalment due) {
        return new ChargedFee(
                LoanEntry.ofInstalment(due.number()),
                due.number(),
                due.charges(),
                due.principal().zero());
    }

    /** The fee for an instalment that is late. */
    static ChargedFee late(int instalment, Money amount) {
        return new ChargedFee(LoanEntry.ofLateInstalment(instalment), instalment, amount, amount.zero());
    }

    /** All fees for late instalments so far. */
    static Money late(List<ChargedFee> fees, Money currency) {
        var sum = currency.zero();
        for (var fee : fees) {
            if (fee.isForLateness()) {
                sum = sum.plus(fee.amount);
            }
        }
        return sum;
    }

    /** The charges after a payment for one instalment, healed in the order in which they were charged. */
    static List<ChargedFee> heal(List<ChargedFee> fees, AllocationLine line) {
        var rest = line.amount();
        var after = new ArrayList<ChargedFee>(fees.size());
        for (var fee : fees) {
            var part = fee.instalment() == line.instalment() ? rest.min(fee.open()) : rest.zero();
            rest = rest.minus(part);
            after.add(fee.heal(part));
        }
        return after;
    }

    /** Whether it is for an instalment that is late. */
    boolean isForLateness() {
        return entry.equals(LoanEntry.ofLateInstalment(instalment));
    }

    Money open() {
        return amount.minus(paid);
    }

    ChargedFee heal(Money by) {
        return new ChargedFee(entry, instalment, amount, paid.plus(by));
    }
}
