package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.classification.ArrearsCount;
import io.fenlu.ledger.classification.ArrearsHistory;
import io.fenlu.ledger.classification.Healing;
import io.fenlu.ledger.classification.LoanLateness;
import io.fenlu.ledger.classification.RulePack;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;

/** How late a loan on paper is, and in which class that puts it. */
final class Lateness {
    private static final Answer.Count NEVER = new Answer.Count(0, 0, 0);

    private final LoanLateness lateness;
    private final Money zero;

    Lateness(PaperLife life, LocalDate day) {
        lateness = LoanLateness.of(life.state(), life.facts(), day);
        zero = life.loan().principal().zero();
    }

    /** What of an instalment was paid after its due date. */
    Money paidLate(LoanStanding.Row row) {
        var late = zero;
        for (var healing : lateness.history().map(ArrearsHistory::healings).orElse(List.<Healing>of())) {
            if (healing.number() == row.bill().number()
                    && healing.on().isAfter(row.bill().dueOn())) {
                late = late.plus(healing.principal()).plus(healing.interest());
            }
        }
        return late;
    }

    Answer.Lateness answer(int daysPastDue) {
        return lateness.arrears()
                .map(arrears -> new Answer.Lateness(
                        daysPastDue,
                        count(arrears.either()),
                        count(arrears.principal()),
                        count(arrears.interest()),
                        arrears.unpaidPeriods(),
                        arrears.consecutiveUnpaid(),
                        arrears.unpaidEver(),
                        arrears.overduePrincipal().amount(),
                        arrears.overdueInterest().amount()))
                .orElseGet(() -> new Answer.Lateness(0, NEVER, NEVER, NEVER, 0, 0, 0, zero.amount(), zero.amount()));
    }

    Answer.Classes classes() {
        return new Answer.Classes(
                PaperWords.written(lateness.classify(RulePack.LOANS)),
                PaperWords.written(lateness.classify(RulePack.CARDS)),
                lateness.stage(RulePack.LOANS).ordinal() + 1,
                lateness.monthCode().map(code -> String.valueOf(code.sign())).orElse(null));
    }

    private static Answer.Count count(ArrearsCount count) {
        return new Answer.Count(count.daysPastDue(), count.consecutive(), count.cumulative());
    }
}
