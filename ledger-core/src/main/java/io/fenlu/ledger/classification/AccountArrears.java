package io.fenlu.ledger.classification;

import io.fenlu.ledger.account.AccountStanding;
import java.util.ArrayList;

/** The arrears of a pay-later account: what its bills asked for at least, and what healed it (账户逾期历史). */
public final class AccountArrears {
    private AccountArrears() {}

    /** The history to which the rule pack of cards is put, and which the credit register is told. */
    public static ArrearsHistory of(AccountStanding.Asked asked) {
        var obligations = new ArrayList<Obligation>();
        for (var due : asked.dues()) {
            obligations.add(new Obligation(
                    due.bill(), due.dueOn(), due.amount(), due.amount().zero()));
        }
        var healings = new ArrayList<Healing>();
        for (var healing : asked.healings()) {
            healings.add(new Healing(
                    healing.bill(), healing.amount(), healing.amount().zero(), healing.on()));
        }
        return new ArrearsHistory(obligations, healings);
    }
}
