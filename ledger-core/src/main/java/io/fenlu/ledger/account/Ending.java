package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Closing;
import io.fenlu.ledger.account.AccountEntry.DaysChange;
import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.BillingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Ending a cycle on another day than planned: other billing days, or the end of the account. */
final class Ending {
    private Ending() {}

    /** The next bill is the transition: on the first new bill day by which the last bill has been judged. */
    static void changeDays(Sheet sheet, DaysChange entry) {
        var terms = sheet.agreement.terms();
        var billedOn = sheet.cycle.number() > 1 ? terms.bills().billedWhenCut(sheet.cycle.from()) : null;
        var billOn = transition(sheet.cycle.days(), billedOn, terms.grace().days(), entry);
        sheet.cycle = sheet.cycle.endingOn(billOn, entry.days());
    }

    /**
     * The day of the transition's bill.
     *
     * @param days as they were before
     * @param billedOn of the last bill; none when there was none
     */
    static LocalDate transition(BillingDays days, @Nullable LocalDate billedOn, int graceDays, DaysChange entry) {
        LocalDate after = entry.on();
        if (billedOn != null) {
            var judged = days.dueAfter(billedOn).plusDays(graceDays + 1L);
            after = judged.isAfter(after) ? judged : after;
        }
        return entry.days().billAfter(after);
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
