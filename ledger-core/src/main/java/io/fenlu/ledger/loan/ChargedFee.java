package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;

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

    Money open() {
        return amount.minus(paid);
    }

    ChargedFee heal(Money by) {
        return new ChargedFee(entry, instalment, amount, paid.plus(by));
    }
}
