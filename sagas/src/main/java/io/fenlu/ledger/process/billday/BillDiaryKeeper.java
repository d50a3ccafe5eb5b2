package io.fenlu.ledger.process.billday;

import io.fenlu.ledger.account.AccountEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Keeps the diary of bills: hears every fact of every account, and writes once for all that are handled together. */
@ProcessingGroup(BillDiaryGroup.NAME)
public final class BillDiaryKeeper {
    private final BillDiary diary;

    public BillDiaryKeeper(BillDiary diary) {
        this.diary = diary;
    }

    @EventHandler
    void on(AccountEvent fact, UnitOfWork<?> unit) {
        heard(unit).add(fact);
    }

    private List<AccountEvent> heard(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(BillDiaryKeeper.class.getName(), _ -> {
            var facts = new ArrayList<AccountEvent>();
            unit.onPrepareCommit(_ -> diary.learn(facts));
            return facts;
        });
    }
}
