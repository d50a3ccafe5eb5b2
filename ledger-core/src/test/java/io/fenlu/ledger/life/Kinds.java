package io.fenlu.ledger.life;

import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import java.util.ArrayList;
import java.util.List;

/** All that may happen to a running loan. */
final class Kinds {
    private Kinds() {}

    static List<Class<?>> ofRunningLoans() {
        var kinds = new ArrayList<Class<?>>(List.of(LoanHappening.class.getPermittedSubclasses()));
        kinds.addAll(List.of(RepaymentReceived.class, HistoryCorrected.class, LoanSettled.class, LoanReopened.class));
        return kinds;
    }
}
