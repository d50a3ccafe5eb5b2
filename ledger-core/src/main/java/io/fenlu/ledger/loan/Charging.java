package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.Fee;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;

/** A charge beside interest, as much of it as the caps allow: due at once, healed with the instalment that was the last to fall due. */
final class Charging {
    private Charging() {}

    static void work(Sheet sheet, Fee fee) {
        owe(sheet, fee.id(), UnderCaps.charge(sheet, fee.amount()), MovementKind.RECOGNISED);
    }

    static void owe(Sheet sheet, EntryId entry, Money amount, MovementKind kind) {
        var instalment =
                sheet.billed.isEmpty() ? 0 : sheet.billed.getLast().bill().number();
        if (amount.isZero()) {
            return;
        }
        var fees = new ArrayList<>(sheet.fees);
        fees.add(new ChargedFee(entry, instalment, amount, sheet.zero()));
        sheet.fees = fees;
        sheet.tally.raise(kind, Bucket.FEE, amount);
    }
}
