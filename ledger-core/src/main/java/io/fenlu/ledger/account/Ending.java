package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Closing;
import io.fenlu.ledger.account.AccountEntry.DaysChange;
import io.fenlu.ledger.billing.BillRules;
import java.time.LocalDate;
import java.util.ArrayList;

/** Ending a cycle on another day than planned: other billing days, or the end of the account. */
final class Ending {
    private Ending() {}

    /** The next bill is the transition: on the first new bill day by which the last bill has been judged. */
    static void changeDays(Sheet sheet, DaysChange entry) {
        var terms = sheet.agreement.terms();
        LocalDate after = entry.on();
        if (sheet.cycle.number() > 1) {
            var billedOn = terms.bills().billedWhenCut(sheet.cycle.from());
            var judged =
                    sheet.cycle.days().dueAfter(billedOn).plusDays(terms.grace().days() + 1L);
            after = judged.isAfter(after) ? judged : after;
        }
        sheet.cycle = sheet.cycle.endingOn(entry.days().billAfter(after), entry.days());
    }

    /** No more purchases; plans fall due; by the terms the last bill is cut in the evening. */
    static void close(Sheet sheet, Closing entry) {
        sheet.closing = true;
        sheet.holds.clear();
        for (var plan : new ArrayList<>(sheet.plans)) {
            Planning.bringForward(
                    sheet, plan, sheet.agreement.terms().instalments().onSettlement());
        }
        sheet.useCredit();
        var rules = sheet.agreement.terms().bills();
        if (rules.closing() == BillRules.Closing.BILL_AT_ONCE) {
            var billOn = rules.billedWhenCut(entry.on().plusDays(1));
            sheet.cycle = sheet.cycle.endingOn(billOn, sheet.cycle.days());
        }
    }
}
