package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.PaymentReturn;
import io.fenlu.ledger.account.OpenBill.Standing;
import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.money.Money;

/**
 * A payment that the bank takes back. Until then it counted; from that day on what it had paid of bills is owed on these bills again,
 * and what it had paid of other things is on the next bill. No interest is charged for the days between.
 */
final class Returning {
    private final Sheet sheet;
    private final Earlier earlier;

    private Returning(Sheet sheet, Earlier earlier) {
        this.sheet = sheet;
        this.earlier = earlier;
    }

    static void work(Sheet sheet, PaymentReturn entry, Earlier earlier) {
        new Returning(sheet, earlier).work(earlier.paid(entry.payment()));
    }

    private void work(Earlier.Paid paid) {
        var rest = paid.payment().amount();
        for (var line : paid.lines()) {
            rest = rest.minus(line.amount());
            if (line.instalment() == 0) {
                WritingOff.unrecover(sheet, line.bucket(), line.amount());
            } else if (line.instalment() == paid.cycle()) {
                sheet.addToTab(AccountMovementKind.PAYMENT_RETURNED, line.bucket(), line.amount());
            } else {
                reopen(line);
            }
        }
        paid.dues().forEach(this::ask);
        Paying.giveBack(sheet, rest);
        sheet.useCredit();
    }

    /** The line is owed on its bill again, which bears interest from now on if its due day has passed. */
    private void reopen(AllocationLine line) {
        sheet.owe(AccountMovementKind.PAYMENT_RETURNED, line.bucket(), line.amount());
        var place = 0;
        while (place < sheet.bills.size() && sheet.bills.get(place).number() < line.instalment()) {
            place++;
        }
        if (place < sheet.bills.size() && sheet.bills.get(place).number() == line.instalment()) {
            var bill = sheet.bills.get(place);
            sheet.bills.set(place, again(bill.with(bill.open().plus(line.bucket(), line.amount()))));
        } else {
            var none = Debts.zero(line.amount().currency());
            var bill = new OpenBill(
                    line.instalment(),
                    earlier.cut(line.instalment()).cycle().dueOn(),
                    none.plus(line.bucket(), line.amount()),
                    line.amount().zero(),
                    0,
                    Standing.FREE);
            sheet.bills.add(place, again(bill));
        }
    }

    private OpenBill again(OpenBill bill) {
        var judged = !Passing.judgedOn(sheet, bill).isAfter(sheet.on);
        return judged && bill.standing() == Standing.FREE ? bill.standing(Standing.REVOLVING) : bill;
    }

    /** The bill asks for its least payment again. */
    private void ask(DueHealing healed) {
        sheet.healings.add(new DueHealing(healed.bill(), healed.amount().negated(), sheet.on));
        for (int k = 0; k < sheet.dues.size(); k++) {
            var due = sheet.dues.get(k);
            if (due.bill() == healed.bill()) {
                sheet.dues.set(k, more(due, healed.amount()));
                return;
            }
        }
        var due = earlier.cut(healed.bill()).due();
        if (due == null) {
            throw new IllegalStateException("bill " + healed.bill() + " asked for nothing");
        }
        var place = (int)
                sheet.dues.stream().filter(other -> other.bill() < due.bill()).count();
        sheet.dues.add(place, new Due(due.bill(), due.dueOn(), due.amount(), healed.amount()));
    }

    private static Due more(Due due, Money amount) {
        return new Due(due.bill(), due.dueOn(), due.amount(), due.open().plus(amount));
    }
}
