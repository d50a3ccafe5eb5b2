package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Payment;
import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.kernel.EntryId;
import java.util.List;

/**
 * What an entry may look back at: everything that is dated before it, as it is now known.
 *
 * @param pages up to the one that is lived through, with it
 */
record Earlier(AccountAgreement agreement, List<CyclePage> pages) {
    /**
     * What a payment did.
     *
     * @param cycle in which it was made
     * @param dues healed by it
     */
    record Paid(Payment payment, int cycle, List<AllocationLine> lines, List<DueHealing> dues) {
        Paid {
            lines = List.copyOf(lines);
            dues = List.copyOf(dues);
        }
    }

    Step step(AccountPosition last, AccountEntry entry) {
        return Working.step(this, last, entry);
    }

    /** What came of a payment on its own day. */
    Paid paid(EntryId id) {
        for (int k = pages.size() - 1; k >= 0; k--) {
            for (var entry : pages.get(k).entries()) {
                if (entry instanceof Payment payment && payment.id().equals(id)) {
                    return paid(pages.get(k), payment);
                }
            }
        }
        throw new IllegalStateException("there is no payment " + id);
    }

    private Paid paid(CyclePage page, Payment payment) {
        var position = page.opening();
        for (var entry : page.entries()) {
            if (entry.id().equals(payment.id())) {
                break;
            }
            position = step(position, entry).after();
        }
        var sheet = new Sheet(agreement, position);
        Passing.to(sheet, payment.on());
        var byTime = sheet.healings.size();
        Paying.work(sheet, payment);
        return new Paid(
                payment, sheet.cycle.number(), sheet.lines, sheet.healings.subList(byTime, sheet.healings.size()));
    }

    /** How the bill of a number was cut. */
    Cut cut(int bill) {
        for (var page : pages) {
            if (page.opening().cycle().number() == bill) {
                var cut = page.run(this).cut();
                if (cut != null) {
                    return cut;
                }
            }
        }
        throw new IllegalStateException("there is no bill " + bill);
    }
}
